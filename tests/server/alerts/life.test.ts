import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertStates, waitingStates } from '../../../rules-library/contract/alerts.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import type { StoredAlert } from '../../../server/alerts/alert.ts';
import {
  acknowledged,
  born,
  delivered,
  overdue,
  resolved,
  seen,
  waits,
} from '../../../server/alerts/life.ts';
import type { Press } from '../../../server/door/handler.ts';
import { person } from '../../support/way.ts';

const minute = 60_000;

function raised(answerWithin: number | undefined, next: boolean): StoredAlert {
  const thenTo = next ? [{ role: 'manager' }] : [];
  return {
    _id: 'a',
    rev: 1,
    kind: 'other',
    level: 'warn',
    text: { zh: '', en: '' },
    at: 0,
    rooms: ['role:keeper'],
    subject: null,
    order: null,
    source: null,
    buttons: [],
    warehouse: null,
    state: 'raised',
    open: true,
    acknowledgedBy: null,
    acknowledgedAt: null,
    news: [],
    sequenced: true,
    arrivedAt: 0,
    ...born(0, { answerWithin, thenTo }),
  };
}

function pressBy(name: string, role: string): Press<never> {
  const command = vocabulary.commands.get(name)!;
  return { id: 'p1', command, actor: person(role) } as Press<never>;
}

/** What is done to an alert, one thing after another; `wait` lets minutes pass, then looks whether it is due. */
type Step =
  | { do: 'deliver' | 'see' | 'acknowledge' | 'press'; who: string }
  | { do: 'close' }
  | { do: 'wait'; minutes: number };

const who = fc.constantFrom('keeper', 'sales', 'manager');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('deliver' as const, 'see' as const), who }),
  fc.record({ do: fc.constantFrom('acknowledge' as const, 'press' as const), who }),
  fc.record({ do: fc.constant('close' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
);

/** The same life as a few plain facts. */
interface Model {
  answered: string | null;
  closed: boolean;
  screens: Set<string>;
  eyes: Set<string>;
  now: number;
  due: number | null;
  next: boolean;
  missed: number;
}

function expectedState({ answered, closed, screens, eyes, missed, due }: Model): string {
  if (closed) return 'resolved';
  if (answered !== null) return 'acknowledged';
  if (missed > 0) return due === null ? 'expired' : 'escalated';
  if (eyes.size > 0) return 'seen';
  return screens.size > 0 ? 'delivered' : 'raised';
}

test('an alert lives as the model says, whatever happens to it in whatever order', () => {
  const limits = fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined });
  fc.assert(
    fc.property(limits, fc.boolean(), fc.array(step, { maxLength: 25 }), (limit, next, steps) => {
      let alert = raised(limit, next);
      const model: Model = {
        answered: null,
        closed: false,
        screens: new Set(),
        eyes: new Set(),
        now: 0,
        due: limit === undefined ? null : limit * minute,
        next,
        missed: 0,
      };
      for (const one of steps) {
        const before = alert;
        const waiting = model.answered === null && !model.closed;
        if (one.do === 'wait') {
          model.now += one.minutes * minute;
          const due = waiting && model.due !== null && model.due <= model.now;
          const handedOn = overdue(alert, model.now);
          expect(handedOn !== null).toBe(due);
          if (due) {
            model.missed += 1;
            model.due = model.next ? model.now + limit! * minute : null;
            expect(handedOn!.news.at(-1)).toBe('alert.raised');
            expect(handedOn!.rooms.includes('role:manager')).toBe(next);
            model.next = false;
          }
          alert = handedOn ?? alert;
        } else if (one.do === 'deliver') {
          if (waiting) model.screens.add(`person:${one.who}`);
          alert = delivered(alert, [`person:${one.who}`]) ?? alert;
        } else if (one.do === 'see') {
          if (waiting) for (const set of [model.screens, model.eyes]) set.add(`person:${one.who}`);
          alert = seen(alert, person(one.who), model.now) ?? alert;
        } else if (one.do === 'acknowledge') {
          // The button asks first whether anybody still has to.
          if (waiting) model.answered = 'acknowledge-alert';
          if (waits(alert)) alert = acknowledged(alert, pressBy('acknowledge-alert', one.who), model.now);
        } else if (!model.closed) {
          if (one.do === 'press') model.answered = 'mark-rush';
          model.closed = true;
          const press = one.do === 'press' ? pressBy('mark-rush', one.who) : null;
          alert = resolved(alert, press, model.now);
        }
        expect(alert.state).toBe(expectedState(model));
        expect(alertStates.indexOf(alert.state)).toBeGreaterThanOrEqual(alertStates.indexOf(before.state));
        expect(alert.open).toBe(!model.closed);
        expect(waits(alert)).toBe(waitingStates.includes(alert.state));
        expect(alert.answer?.name ?? null).toBe(model.answered);
        expect(new Set(alert.screens)).toEqual(model.screens);
        expect(new Set(alert.seenBy?.map(({ person: id }) => id))).toEqual(model.eyes);
        // The clock runs exactly while somebody is waited for and somebody is left to hand it on to, or its time is not up.
        expect(alert.timed ?? false).toBe(waits(alert) && model.due !== null);
      }
      expect(model.missed).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300 },
  );
});
