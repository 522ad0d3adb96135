import { createRandom, type Random } from '../../../server/rehearsal/chain/random.ts';

/** An order as every engine is given it: flat facts, lists beside them. */
export type BenchOrder = Record<string, unknown>;

export const categories = Array.from({ length: 80 }, (_, index) => `category-${index}`);
export const warehouses = Array.from({ length: 12 }, (_, index) => `WH${index + 1}`);
export const regions = ['east', 'south', 'north', 'centre', 'south-west', 'north-west', 'north-east'];
export const channels = ['taobao', 'jd', 'douyin', 'youzan', 'b2b', 'pos', 'csv'];
export const tiers = ['gold', 'silver', 'bronze', 'none'];
export const payments = ['paid', 'unpaid', 'authorised', 'on_account', 'cod'];
export const skuCount = 20_000;
export const skuAt = (rank: number): string => `SKU-${String(rank).padStart(5, '0')}`;
/** A SKU's category does not follow from how often it is sold. */
export const categoryOfSku = (rank: number): string => categories[(rank * 7919) % categories.length]!;

/** Distinct orders from one seed: SKUs by Zipf's law, region mostly that of the warehouse, about 550 bytes of JSON. */
export function makeOrders(count: number, seed: number): BenchOrder[] {
  const random = createRandom(seed);
  const drawRank = zipf(skuCount, 0.9);
  return Array.from({ length: count }, (_, index) => makeOrder(index, random, drawRank));
}

function makeOrder(index: number, random: Random, drawRank: (random: Random) => number): BenchOrder {
  const rank = drawRank(random);
  const warehouse = random.between(0, warehouses.length - 1);
  const quantity = 1 + Math.floor(random.exponential(6));
  const unitPrice = 1000 + Math.floor(random.exponential(30_000));
  const limit = random.between(0, 500_000);
  return {
    orderId: `TB20251212-${String(index).padStart(6, '0')}`,
    channel: random.pick(channels),
    sku: skuAt(rank),
    category: categoryOfSku(rank),
    warehouse: warehouses[warehouse]!,
    region: random.chance(0.8) ? regions[warehouse % regions.length]! : random.pick(regions),
    tier: random.weighted([['gold', 1] as const, ['silver', 3], ['bronze', 6], ['none', 10]]),
    payment: random.pick(payments),
    total: quantity * unitPrice,
    quantity,
    weight: quantity * random.between(50, 5000),
    hoursToPromise: random.between(0, 240),
    available: random.between(0, 200),
    creditLeft: limit,
    overdueDays: random.chance(0.7) ? 0 : random.between(1, 90),
    orderCount90d: Math.floor(random.exponential(8)),
    isRush: random.chance(0.15),
    lastRushHours: [random.between(1, 96), random.between(1, 96), random.between(1, 96)],
    lines: [{ lineId: '1', sku: skuAt(rank), quantity, unitPrice, warehouse: warehouses[warehouse]! }],
    createdAt: '2025-12-12T00:03:11+08:00',
  };
}

/** Draws ranks from 0 with weight 1 / (rank + 1)^exponent, by binary search in the running sum. */
export function zipf(count: number, exponent: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1) ** exponent;
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random.next() * sum;
    let from = 0;
    let to = count - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (sums[middle]! < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
