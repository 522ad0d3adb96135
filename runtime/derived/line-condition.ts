import type { Condition } from '../../rules-library/schema/condition.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { operatorOf } from '../operators.ts';
import { allOf, anyOf, judge, notOf, type Tri } from '../three-valued.ts';
import type { Calculation } from './calculation.ts';

interface Settings {
  quantifier: 'any' | 'every' | 'none' | 'count' | 'sum';
  of?: string;
  operator?: string;
  value?: number;
  conditions: Condition;
  output: 'result' | 'matched';
}

/**
 * Lines that meet a condition, in three values: an undecided line makes the result unknown only if it could change it.
 * `output: 'matched'` gives the ids of the lines that surely meet it.
 */
export const lineCondition: Calculation = ({ with: given }, facts) => {
  const settings = given as unknown as Settings;
  const { lines } = facts;
  if (!Array.isArray(lines)) return undefined;
  const judged = (lines as Facts[]).map((line, index) => ({
    line,
    id: String(line['line.lineId'] ?? index + 1),
    meets: judge(settings.conditions, { ...facts, ...line }),
  }));
  if (settings.output === 'matched') return judged.filter(({ meets }) => meets === true).map(({ id }) => id);
  const verdicts = judged.map(({ meets }) => meets);
  switch (settings.quantifier) {
    case 'any':
      return anyOf(verdicts);
    case 'every':
      return allOf(verdicts);
    case 'none':
      return notOf(anyOf(verdicts));
    case 'count':
      return compareBetween(settings, bounds(judged.map(({ meets }) => ({ meets, units: 1 }))));
    case 'sum':
      return compareBetween(
        settings,
        bounds(judged.map(({ line, meets }) => ({ meets, units: numberOf(line[settings.of ?? '']) }))),
      );
  }
};

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Least and most the total can be; null where a unit itself is not known and its line may count. */
function bounds(lines: readonly { meets: Tri; units: number | undefined }[]): [number, number] | null {
  let least = 0;
  let most = 0;
  for (const { meets, units } of lines) {
    if (meets === false) continue;
    if (units === undefined) return null;
    if (meets === true || units < 0) least += units;
    if (meets === true || units > 0) most += units;
  }
  return [least, most];
}

/** Decided when the comparison gives the same at every total that is still possible. */
function compareBetween({ operator, value }: Settings, range: [number, number] | null): Tri {
  const holds = operatorOf(operator ?? '');
  if (range === null || holds === undefined || value === undefined) return undefined;
  const [least, most] = range;
  if (least === most) return holds(least, value);
  const inside = value > least && value < most;
  // Between the ends, equality could go either way; order comparisons are the same at both ends or not at all.
  if ((operator === 'equal' || operator === 'notEqual') && inside) return undefined;
  const low = holds(least, value);
  return low === holds(most, value) ? low : undefined;
}
