import type { Condition } from '../../../rules-library/schema/condition.ts';
import type { FlowNode } from '../../../rules-library/schema/flow.ts';
import { compare, judge, opposite, some, type Facts, type Value } from './naive-values.ts';

/** Kinds that calculate; the generator draws each with one number. */
export const computing = new Set(['decision-table', 'score-card', 'calculation', 'lookup']);

/** The number a block gives, and its output; undefined for other blocks. */
export function resultOf(
  { kind, params }: FlowNode,
  facts: Facts,
): { output: string; value: unknown } | undefined {
  switch (kind) {
    case 'decision-table':
      return { output: '.out', value: tableValue(params as never, facts) };
    case 'score-card':
      return { output: '.score', value: scoreOf(params as never, facts) };
    case 'calculation':
      return { output: '', value: calculated(String(params.expression), facts) };
    case 'lookup':
      return { output: '.rate', value: lookedUp(params as never, facts) };
    default:
      return undefined;
  }
}

interface Table {
  hitPolicy: string;
  inputs: { id: string; fact: string }[];
  outputs: { values: number[]; otherwise?: number }[];
  rows: { when: Record<string, unknown>; then: { out: number } }[];
}

function cellFits(cell: any, value: unknown, facts: Facts): Value {
  if (Array.isArray(cell)) return value === undefined ? 'unknown' : cell.includes(value) ? 'yes' : 'no';
  if (typeof cell !== 'object') return value === undefined ? 'unknown' : value === cell ? 'yes' : 'no';
  if ('not' in cell) return opposite(cellFits(cell.not, value, facts));
  if ('any' in cell) return some(cell.any.map((one: unknown) => cellFits(one, value, facts)));
  const right = typeof cell.value === 'object' ? facts[cell.value.fact] : cell.value;
  return value === undefined || right === undefined ? 'unknown' : compare(value, cell.operator, right);
}

function tableValue({ hitPolicy, inputs, outputs: [output], rows }: Table, facts: Facts): number | undefined {
  const judged = rows.map(({ when, then }, place) => {
    const cells = inputs.flatMap(({ id, fact }) =>
      when[id] === undefined ? [] : [cellFits(when[id], facts[fact], facts)],
    );
    return { fits: opposite(some(cells.map(opposite))), out: then.out, place };
  });
  const hits = judged.filter(({ fits }) => fits === 'yes');
  const open = judged.filter(({ fits }) => fits === 'unknown');
  if (hitPolicy === 'COLLECT')
    return open.length > 0 ? undefined : hits.reduce((sum, { out }) => sum + out, 0);
  const rank = ({ out, place }: { out: number; place: number }): number =>
    hitPolicy === 'PRIORITY' ? output!.values.indexOf(out) * 100 + place : place;
  const [best] = hits.toSorted((one, other) => rank(one) - rank(other));
  const blocking = open.filter(
    (row) => hitPolicy === 'UNIQUE' || best === undefined || rank(row) < rank(best),
  );
  if (blocking.length > 0 || (hitPolicy === 'UNIQUE' && hits.length > 1)) return undefined;
  return best === undefined ? output!.otherwise : best.out;
}

function scoreOf(
  { rows }: { rows: { conditions: Condition; points: number }[] },
  facts: Facts,
): number | undefined {
  let total = 0;
  for (const { conditions, points } of rows) {
    const holds = judge(conditions, facts);
    if (holds === 'unknown' && points !== 0) return undefined;
    if (holds === 'yes') total += points;
  }
  return total;
}

function calculated(expression: string, facts: Facts): number | undefined {
  const [total, left, rush] = [facts['order.total'], facts['customer.creditLeft'], facts['order.isRush']] as [
    number | undefined,
    number | undefined,
    boolean | undefined,
  ];
  const needs = (value: (a: number, b: number) => number): number | undefined =>
    total === undefined || left === undefined ? undefined : value(total, left);
  if (expression.startsWith('order.total + ')) return needs((a, b) => a + b);
  if (expression.startsWith('order.total*2')) return needs((a, b) => a * 2 - b);
  if (expression.startsWith('max')) return needs((a, b) => Math.round(Math.max(a, b) / 2));
  if (expression.startsWith('order.isRush ?')) return rush === undefined ? undefined : rush ? total : left;
  if (expression.startsWith('order.isRush ||')) {
    if (rush === true || (total !== undefined && total > 3)) return 1;
    return rush === undefined || total === undefined ? undefined : 5;
  }
  const [, fact] = /&& (\S+) > 2/.exec(expression)!;
  const [tier, result] = [facts['customer.tier'], facts[fact!] as number | undefined];
  if ((tier !== undefined && tier !== 'gold' && tier !== 'silver') || (result !== undefined && result <= 2))
    return 5;
  return tier === undefined || result === undefined ? undefined : 1;
}

function lookedUp({ columns: [column] }: { columns: { otherwise?: number }[] }, facts: Facts): unknown {
  const [table, tier] = [facts['table.rates'], facts['customer.tier']] as [
    Record<string, { rate: unknown }> | undefined,
    string | undefined,
  ];
  if (table === undefined || tier === undefined) return undefined;
  if (table[tier] === undefined) return column!.otherwise;
  return typeof table[tier].rate === 'number' ? table[tier].rate : undefined;
}
