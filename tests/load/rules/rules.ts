import { createRandom, type Random } from '../../../server/rehearsal/chain/random.ts';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import {
  categories,
  channels,
  payments,
  regions,
  skuAt,
  skuCount,
  tiers,
  warehouses,
  zipf,
} from './orders.ts';

/**
 * Rules over the orders: 3 to 6 conditions each, the first an anchor (38 % category, 27 % SKU, 17 % warehouse or region,
 * 13 % channel, tier or payment, 5 % none but numbers), 30 % with a group inside, some comparing two facts or looking
 * into a list. Rules of a larger set begin with those of a smaller one.
 */
export function makeRules(count: number, seed: number): JsonRule[] {
  const random = createRandom(seed);
  const drawRank = zipf(skuCount, 0.6);
  return Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    conditions: { all: conditionsOf(random, drawRank) },
    event: { type: 'flag', params: { rule: index } },
  }));
}

type Leaf = Extract<JsonCondition, { fact: string }>;

function conditionsOf(random: Random, drawRank: (random: Random) => number): JsonCondition[] {
  const anchor = anchorOf(random, drawRank);
  const wanted = random.between(3, 6);
  const taken = new Set(anchor === undefined ? [] : [anchor.fact]);
  const made: JsonCondition[] = anchor === undefined ? [] : [anchor];
  const hasGroup = random.chance(0.3);
  while (made.length < wanted) {
    const isLast = made.length === wanted - 1;
    if (hasGroup && isLast) {
      const parts = [leafOf(random), leafOf(random)];
      made.push(
        random.chance(0.7) ? { any: parts } : { any: [parts[0]!, { all: [parts[1]!, leafOf(random)] }] },
      );
      continue;
    }
    const leaf = anchor === undefined ? numberLeaf(random) : leafOf(random);
    if (taken.has(leaf.fact)) continue;
    taken.add(leaf.fact);
    made.push(leaf);
  }
  return made;
}

function anchorOf(random: Random, drawRank: (random: Random) => number): Leaf | undefined {
  const kind = random.next();
  if (kind < 0.38) return choice(random, 'category', () => random.pick(categories), 3);
  if (kind < 0.65) return choice(random, 'sku', () => skuAt(drawRank(random)), 6);
  if (kind < 0.82) {
    return random.chance(0.5)
      ? choice(random, 'warehouse', () => random.pick(warehouses), 2)
      : choice(random, 'region', () => random.pick(regions), 2);
  }
  return kind < 0.95 ? pickChoice(random) : undefined;
}

function choice(random: Random, fact: string, draw: () => string, most: number): Leaf {
  if (random.chance(0.6)) return { fact, operator: 'equal', value: draw() };
  const values = new Set(Array.from({ length: random.between(2, Math.max(2, most)) }, draw));
  return { fact, operator: 'in', value: [...values] };
}

function pickChoice(random: Random): Leaf {
  return random.pick([
    () => choice(random, 'channel', () => random.pick(channels), 2),
    () => choice(random, 'tier', () => random.pick(tiers), 2),
    () => choice(random, 'payment', () => random.pick(payments), 2),
  ])();
}

function leafOf(random: Random): Leaf {
  const kind = random.next();
  if (kind < 0.2) return pickChoice(random);
  if (kind < 0.26) return { fact: 'isRush', operator: 'equal', value: random.chance(0.5) };
  if (kind < 0.31) return { fact: 'available', operator: 'lessThan', value: { fact: 'quantity' } };
  if (kind < 0.34) return { fact: 'total', operator: 'greaterThan', value: { fact: 'creditLeft' } };
  return numberLeaf(random);
}

function numberLeaf(random: Random): Leaf {
  const below = (): string => random.pick(['lessThan', 'lessThanInclusive']);
  const above = (): string => random.pick(['greaterThan', 'greaterThanInclusive']);
  return random.pick([
    (): Leaf => ({ fact: 'total', operator: above(), value: random.between(80, 1000) * 1000 }),
    (): Leaf => ({ fact: 'quantity', operator: above(), value: random.between(6, 30) }),
    (): Leaf => ({ fact: 'weight', operator: above(), value: random.between(5, 90) * 1000 }),
    (): Leaf => ({ fact: 'hoursToPromise', operator: below(), value: random.between(4, 120) }),
    (): Leaf => ({ fact: 'available', operator: below(), value: random.between(5, 90) }),
    (): Leaf => ({ fact: 'creditLeft', operator: below(), value: random.between(10, 240) * 1000 }),
    (): Leaf => ({ fact: 'overdueDays', operator: above(), value: random.between(0, 60) }),
    (): Leaf => ({ fact: 'orderCount90d', operator: above(), value: random.between(1, 20) }),
    (): Leaf => ({
      fact: 'lastRushHours',
      path: `$[${random.between(0, 2)}]`,
      operator: below(),
      value: random.between(12, 72),
    }),
  ])();
}
