import type { JsonComparison, JsonCondition, JsonRule } from '../../../../rules-library/schema/rule.ts';
import type { BenchOrder } from '../orders.ts';
import type { BenchEngineDefinition } from './engine.ts';

type Test = (order: BenchOrder) => boolean;
interface Ready {
  id: string;
  test: Test;
}

/** By how much each tells, as whoever writes this by hand knows of the data. */
const fields = ['sku', 'category', 'warehouse', 'region', 'channel', 'payment', 'tier'];

/**
 * What a good programmer writes for just these rules: each under its most selective equality, one Map a field, the rest of
 * its conditions as functions. Ids only: no events, no unknown data, no explanation.
 */
export const handWritten: BenchEngineDefinition = {
  name: 'hand-written hash index',
  inFlight: 1,
  load(rules) {
    const maps = new Map(fields.map((field) => [field, new Map<unknown, Ready[]>()]));
    const rest: Ready[] = [];
    for (const rule of rules) {
      const { anchor, ready } = read(rule);
      if (anchor === undefined) rest.push(ready);
      else {
        const map = maps.get(anchor.fact)!;
        for (const value of [anchor.value].flat()) map.set(value, [...(map.get(value) ?? []), ready]);
      }
    }
    const shelves = [...maps].filter(([, map]) => map.size > 0);
    return {
      decide(order) {
        const found: string[] = [];
        for (const { id, test } of rest) if (test(order)) found.push(id);
        for (const [field, map] of shelves) {
          const list = map.get(order[field]);
          if (list === undefined) continue;
          for (const { id, test } of list) if (test(order)) found.push(id);
        }
        return found;
      },
    };
  },
};

function read({ id, conditions }: JsonRule): { anchor: JsonComparison | undefined; ready: Ready } {
  const parts = 'all' in conditions ? conditions.all : [conditions];
  const equalities = parts.filter(
    (part): part is JsonComparison => 'fact' in part && (part.operator === 'equal' || part.operator === 'in'),
  );
  const anchor = fields.map((field) => equalities.find(({ fact }) => fact === field)).find(Boolean);
  return { anchor, ready: { id, test: allOf(parts.filter((part) => part !== anchor).map(testOf)) } };
}

function testOf(condition: JsonCondition): Test {
  if ('all' in condition) return allOf(condition.all.map(testOf));
  if ('any' in condition) {
    const parts = condition.any.map(testOf);
    return (order) => parts.some((test) => test(order));
  }
  if (!('fact' in condition)) throw new Error('the workload has no such condition');
  return comparison(condition);
}

function allOf(parts: readonly Test[]): Test {
  return (order) => {
    for (const test of parts) if (!test(order)) return false;
    return true;
  };
}

function comparison({ fact, path, operator, value }: JsonComparison): Test {
  const left = path === undefined ? numberOf(fact) : numberIn(fact, Number(path.slice(2, -1)));
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value);
  const right = isFact ? numberOf(value.fact) : () => value as number;
  switch (operator) {
    case 'equal':
      return (order) => order[fact] === value;
    case 'in':
      return (order) => (value as unknown[]).includes(order[fact]);
    case 'lessThan':
      return (order) => left(order) < right(order);
    case 'lessThanInclusive':
      return (order) => left(order) <= right(order);
    case 'greaterThan':
      return (order) => left(order) > right(order);
    default:
      return (order) => left(order) >= right(order);
  }
}

const numberOf =
  (fact: string) =>
  (order: BenchOrder): number =>
    order[fact] as number;
const numberIn =
  (fact: string, index: number) =>
  (order: BenchOrder): number =>
    (order[fact] as number[])[index]!;
