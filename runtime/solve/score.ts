import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { allOf, always, type Formula } from './formula.ts';
import type { Outcomes } from './outcome-cases.ts';
import { surely } from './surely.ts';

interface Settings {
  rows: readonly { conditions: Condition; points: number }[];
  bands?: readonly { from: number; value: string }[];
}

/** Rows up to which every combination is looked at. */
const mostRows = 8;
/** Some row is not known. */
const notKnown = '?';

/** A score card by which of its rows hold; undefined for other calculations and for long cards. */
export function scoreOutcomes({ calculate, id, with: given }: DerivedFact): Outcomes | undefined {
  if (calculate !== 'score') return undefined;
  const { rows, bands } = given as unknown as Settings;
  if (rows.length > mostRows) return undefined;
  const when = new Map<string, Formula>([[notKnown, always]]);
  const points = new Map<string, number>();
  const judged = rows.map(({ conditions }) => ({
    yes: surely('yes', conditions),
    no: surely('no', conditions),
  }));
  for (let number = 0; number < 2 ** rows.length; number++) {
    const signs = rows.map((_, row) => (number >> row) % 2 === 1);
    const name = signs.map((holds) => (holds ? '1' : '0')).join('');
    when.set(name, allOf(judged.map(({ yes, no }, row) => (signs[row]! ? yes : no))));
    points.set(
      name,
      rows.reduce((total, row, place) => (signs[place]! ? total + row.points : total), 0),
    );
  }
  return {
    key: `score of ${id.split('.').slice(0, 2).join('.')}`,
    when,
    value: (outcome) => {
      const total = points.get(outcome);
      return total === undefined || bands === undefined ? total : bandOf(bands, total);
    },
    // With a band, what is missing may not matter.
    unsure: new Set(bands === undefined ? [] : [notKnown]),
  };
}

function bandOf(bands: NonNullable<Settings['bands']>, points: number): string | undefined {
  return bands.filter(({ from }) => from <= points).toSorted((one, other) => other.from - one.from)[0]?.value;
}
