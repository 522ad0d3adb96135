import type { Decider } from '../decisions/decider.ts';
import { factsOfSubject, needsOfSubject } from '../decisions/facts-of-subject.ts';
import type { Change, State } from '../door/handler.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import { setTimer } from '../timers/timer.ts';
import type { StoredApproval } from './approval.ts';

const kind = 'approval-decided';
const event = 'approval.decided';
/** What flows woken by approvals of others are decided about. */
const subject = 'company:self';

/** Lets other flows know that an approval was decided: right after the commit, and once, whatever happens to this process. */
export function announceDecided({ _id, origin }: StoredApproval, state: State): Change[] {
  if (origin === null) return [];
  const { flow } = origin;
  return [setTimer({ _id: `${kind}|${_id}`, due: state.now, kind, of: _id, data: { flow } })];
}

/** An approval was decided: flows that listen, but for the one that drew it, are decided by the release in force. */
export function approvalDecidedAction(decider: Decider): TimerAction {
  return {
    kind,
    needs(_timer, _press, state) {
      const release = decider.release();
      const around = needsOfSubject(subject, state, decider.zone());
      return release === null ? around : [...around, ...decider.needs(release, state)];
    },
    fire(timer, press, draft) {
      const release = decider.release();
      if (release === null) return { text: { zh: '没有规则在用', en: 'No rules are in force' } };
      const factsOn = (state: State): Record<string, unknown> => ({
        ...factsOfSubject(subject, state, decider.zone()),
        'event.source': timer.data.flow,
      });
      const decided = decider.decideEvent(release, press, { type: event, subject, factsOn, index: 1 }, draft);
      return {
        text: { zh: '审批有了结果，已判定', en: 'An approval was decided; rules were asked' },
        decision: decided.id,
        alerts: decided.alerts,
        signals: decided.signals,
      };
    },
  };
}
