import type { Condition } from '../../rules-library/schema/condition.ts';
import { lowerWhen } from '../compile/when.ts';
import { always, type Formula } from './formula.ts';
import { FormulaReader } from './read-formula.ts';

const never: Formula = { kind: 'not', part: always };

/** When drawn conditions, whose third value is "not known", surely hold (`yes`) or surely do not (`no`). */
export function surely(is: 'yes' | 'no', of: Condition): Formula {
  const lowered = lowerWhen({ is, of }, '');
  if (typeof lowered !== 'boolean') return new FormulaReader().read(lowered);
  return lowered ? always : never;
}
