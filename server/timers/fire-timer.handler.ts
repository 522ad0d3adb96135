import {
  defineHandler,
  type CommandHandler,
  type Need,
  type Outcome,
  type Press,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import type { StoredTimer } from './timer.ts';

/** What becomes of timers of one kind. `fire` plans on the draft from which the timer is gone already. */
export interface TimerAction {
  kind: string;
  needs(timer: StoredTimer, press: Press, state: State): Need[];
  fire(timer: StoredTimer, press: Press, draft: Draft): Pick<Outcome, 'text'> & Partial<Outcome>;
}

interface Input {
  timer: string;
  lease: number;
}

/**
 * Fires one timer: it goes in the same transaction in which what it stands for takes place, so it fires once, whoever presses and
 * however often. Only the latest lease may; early is never.
 */
export function fireTimerHandler(actions: readonly TimerAction[]): CommandHandler {
  const byKind = new Map(actions.map((action) => [action.kind, action]));
  return defineHandler<Input>({
    name: 'fire-timer',
    needs(press, state) {
      const own: Need = { collection: 'timers', ids: [press.input.timer] };
      const timer = state?.get<StoredTimer>('timers', press.input.timer);
      if (state === undefined || timer === undefined) return [own];
      return byKind.get(timer.kind)?.needs(timer, press, state) ?? [];
    },
    plan(press, state) {
      const { timer: id, lease } = press.input;
      const timer = state.get<StoredTimer>('timers', id);
      if (timer === undefined) return nothingLeft(id);
      if (timer.lease !== lease || timer.due > state.now) {
        return {
          refused: {
            code: 'refused',
            message: { zh: '这个时限已由别的进程处理', en: 'Another process has taken this timer' },
          },
        };
      }
      const draft = new Draft(state);
      draft.apply([{ remove: 'timers', id }]);
      const fired = byKind.get(timer.kind)?.fire(timer, press, draft);
      const text = fired?.text ?? {
        zh: '时限到了，没有要做的',
        en: 'The time was reached; nothing was to do',
      };
      return {
        result: { timer: id, fired: true },
        audit: { target: timer.order === null ? `timer:${timer.kind}` : `order:${timer.order}` },
        ...fired,
        text,
        changes: draft.changes,
      };
    },
  });
}

function nothingLeft(id: string): Outcome {
  return {
    changes: [],
    result: { timer: id, fired: false },
    text: { zh: '这个时限已经处理过', en: 'This timer has fired already' },
  };
}
