import { vocabulary } from '../../rules-library/index.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { planEffects, type PlannedEffects } from '../../runtime/index.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

/** Most characters of facts one decision may keep. */
const mostFacts = 256 * 1024;

export interface Decided {
  /** Facts as kept: without lists and tables, with what event it was. */
  facts: string;
  planned: PlannedEffects;
  matched: string[];
  unknown: string[];
  undecided?: 'too-large' | 'failed';
}

interface Question {
  release: ActiveRelease;
  /** All facts that could be loaded, `event.type` among them; lists and tables are added to them. */
  facts: Record<string, unknown>;
  /** Lists and tables kept by name, as facts `list.ID` and `table.ID`. */
  named: Readonly<Record<string, unknown>>;
  /** `order:ID`. */
  subject: string;
  now: number;
  zone: string;
}

const nothing: PlannedEffects = { effects: [], overridden: [] };

/**
 * Judges one event by a release. Pure. What cannot be judged (too much data, rules that fail) is not judged by half: the
 * caller turns `undecided` over to a person.
 */
export function decide({ release, facts, named, subject, now, zone }: Question): Decided {
  const text = JSON.stringify(facts);
  if (text.length > mostFacts) {
    const { lines: _lines, ...rest } = facts;
    const kept = Object.entries(rest).filter(([id]) => !id.startsWith('custom.'));
    return {
      facts: JSON.stringify(Object.fromEntries(kept)),
      planned: nothing,
      matched: [],
      unknown: [],
      undecided: 'too-large',
    };
  }
  try {
    const { program } = release;
    const all: Facts = Object.assign(facts, named);
    const { events, unknown } = program.evaluate(all);
    const planned =
      events.length === 0
        ? nothing
        : planEffects(events, { facts: program.prepare(all), vocabulary, now, subject, zone });
    return { facts: text, planned, matched: events.map(({ ruleId }) => ruleId), unknown };
  } catch {
    return { facts: text, planned: nothing, matched: [], unknown: [], undecided: 'failed' };
  }
}
