import { nextTime } from '../../rules-library/clock/next-time.ts';
import type { Decider } from '../decisions/decider.ts';
import { factsOfSubject, needsOfSubject } from '../decisions/facts-of-subject.ts';
import { defineHandler, type Change, type CommandHandler, type Need, type State } from '../door/handler.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import { setTimer, stopTimer, type StoredTimer } from '../timers/timer.ts';
import { drawnTimes } from './drawn-times.ts';

const kind = 'company-time';
/** What flows woken by the clock are decided about. */
const subject = 'company:self';
const all: Need = { collection: 'timers', where: { kind }, limit: 5000 };

/**
 * Sets one timer for each time of day or interval the release in force draws, and takes away those it does not. One that is as it was
 * keeps its moment: pressing it again, by however many processes, changes nothing.
 */
export function planTimesHandler(decider: Decider): CommandHandler {
  return defineHandler<Record<string, never>>({
    name: 'plan-times',
    needs: () => [all],
    plan(_press, state) {
      const release = decider.release();
      const wanted = release === null ? [] : drawnTimes(release).company;
      const timers = new Map(state.find<StoredTimer>(all).map((timer) => [timer.of, timer]));
      const changes = wanted.flatMap(({ source, params, time }): Change[] => {
        const known = timers.get(source);
        timers.delete(source);
        if (known?.data.params === params) return [];
        const due = nextTime(time, state.now, decider.zone());
        return [setTimer({ _id: `${kind}|${source}`, due, kind, of: source, data: { params } })];
      });
      changes.push(...[...timers.values()].flatMap(({ _id }) => stopTimer(_id)));
      return {
        changes,
        result: { set: wanted.length },
        text: { zh: `${wanted.length} 个定时`, en: `${wanted.length} times` },
      };
    },
  });
}

/** A time of day or interval is reached: decided by the release in force, and set anew. What was missed is made up for once. */
export function companyTimeAction(decider: Decider): TimerAction {
  return {
    kind,
    needs(_timer, _press, state) {
      const release = decider.release();
      const around = needsOfSubject(subject, state, decider.zone());
      return release === null ? around : [...around, ...decider.needs(release, state)];
    },
    fire(timer, press, draft) {
      const release = decider.release();
      const drawn =
        release === null
          ? undefined
          : drawnTimes(release).company.find(
              ({ source, params }) => source === timer.of && params === timer.data.params,
            );
      if (release === null || drawn === undefined)
        return { text: { zh: '这个定时已撤下', en: 'This time is drawn no more' } };
      const due = nextTime(drawn.time, draft.now, decider.zone());
      const { _id, of, data, lease } = timer;
      draft.apply([setTimer({ _id, due, kind, of, data, lease })]);
      const factsOn = (state: State): Record<string, unknown> => ({
        ...factsOfSubject(subject, state, decider.zone()),
        'event.source': of,
      });
      const event = { type: 'time.reached', subject, factsOn, index: 1 };
      const decided = decider.decideEvent(release, press, event, draft);
      return {
        text: { zh: '到点，已判定', en: 'Time reached; decided' },
        decision: decided.id,
        alerts: decided.alerts,
        signals: decided.signals,
      };
    },
  };
}
