import type { Scalar } from '../../rules-library/schema/condition.ts';
import { factOf } from '../three-valued.ts';
import { defineCalculation } from './calculation.ts';

type Collect = 'list' | 'sum' | 'min' | 'max' | 'count';

interface Settings {
  /** The fact that holds the ids of the rows that count. */
  rows: string;
  /** Values by row id. */
  values: Readonly<Record<string, Scalar>>;
  /** What it is without a row. */
  otherwise?: Scalar;
  /** What is made of several values; without it the first counts. */
  collect?: Collect;
}

/** One output of a decision table, from the rows that count; undefined while these are not known. */
export const tableOutput = defineCalculation({
  name: 'table-output',
  calculate: ({ with: given }, facts) => {
    const { rows, values, otherwise, collect } = given as unknown as Settings;
    const hits = factOf(facts, rows);
    if (!Array.isArray(hits)) return undefined;
    const found = hits.flatMap((id) => (Object.hasOwn(values, id) ? [values[id]!] : []));
    return collect === undefined ? (found[0] ?? otherwise) : collected(collect, found, otherwise);
  },
});

function collected(collect: Collect, found: readonly Scalar[], otherwise: Scalar | undefined): unknown {
  const numbers = found.filter((value) => typeof value === 'number');
  switch (collect) {
    case 'list':
      return [...found];
    case 'count':
      return found.length;
    case 'sum':
      return numbers.reduce((total, value) => total + value, 0);
    case 'min':
      return numbers.length === 0 ? otherwise : Math.min(...numbers);
    case 'max':
      return numbers.length === 0 ? otherwise : Math.max(...numbers);
  }
}
