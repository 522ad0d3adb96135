import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createChain } from '../../../server/rehearsal/chain/chain.ts';
import { carPartsFit, drawSeries } from '../../../server/rehearsal/chain/demand.ts';
import { peakDay, risks, type Planned } from '../../../server/rehearsal/chain/peak-day.ts';
import { createRandom } from '../../../server/rehearsal/chain/random.ts';

const chain = createChain(12);
const day = (orders: number): Planned[] =>
  peakDay(chain, { orders, start: Date.UTC(2025, 11, 11, 16), run: '20251212' });

/** Figures of a set of monthly series, in the terms of the fit. */
function figures(series: readonly (readonly number[])[]): Record<string, number> {
  const months = series.flat();
  const positive = months.filter((units) => units > 0);
  const totals = series.map((units) => units.reduce((a, b) => a + b, 0)).sort((a, b) => b - a);
  const sum = totals.reduce((a, b) => a + b, 0);
  const pairs = series.flatMap((units) =>
    units.slice(1).map((now, index) => [units[index]! > 0, now > 0] as const),
  );
  const after = pairs.filter(([before]) => before);
  return {
    zeroShare: 1 - positive.length / months.length,
    meanPositive: positive.reduce((a, b) => a + b, 0) / positive.length,
    sharePositiveOne: positive.filter((units) => units === 1).length / positive.length,
    topTenthShare: totals.slice(0, Math.floor(totals.length / 10)).reduce((a, b) => a + b, 0) / sum,
    persistent: after.filter(([, now]) => now).length / after.length,
  };
}

describe('the simulated chain', () => {
  test('has the size of the story', () => {
    expect(chain.warehouses).toHaveLength(17);
    expect(chain.shops).toHaveLength(236);
    expect(chain.skus).toHaveLength(20_000);
    expect(new Set(chain.skus.map(({ sku }) => sku)).size).toBe(20_000);
    expect(new Set(chain.people.map(({ phone }) => phone)).size).toBe(chain.people.length);
  });

  test('asks for parts as intermittently and in such bursts as real demand', () => {
    const random = createRandom(5);
    const simulated = figures(
      chain.skus.slice(0, 6000).map(({ profile }) => drawSeries(profile, 51, random)),
    );
    for (const [name, real] of Object.entries(carPartsFit.facts)) {
      expect(
        Math.abs(simulated[name]! / real - 1),
        `${name}: ${simulated[name]} against ${real}`,
      ).toBeLessThan(0.12);
    }
  });

  const file =
    process.env.CARPARTS_CSV ?? new URL('../../../../shared/data/carparts.csv', import.meta.url).pathname;
  test.runIf(existsSync(file))('is fitted to figures that the data set itself gives', () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const series = rows.map((row) =>
      row
        .split(',')
        .slice(1)
        .filter((cell) => cell !== '')
        .map(Number),
    );
    const real = figures(series);
    for (const [name, value] of Object.entries(carPartsFit.facts)) expect(real[name]).toBeCloseTo(value, 2);
  });
});

describe('the peak day', () => {
  test('is the same day for the same seed, and another for another', () => {
    expect(day(500)).toEqual(day(500));
    expect(peakDay(createChain(13), { orders: 500, start: 0, run: 'x' })).not.toEqual(
      peakDay(chain, { orders: 500, start: 0, run: 'x' }),
    );
  });

  const planned = day(12_000);
  const orders = planned.flatMap(({ item }) => ('order' in item ? [item.order] : []));

  test('comes in order of time, every number once, within its day', () => {
    expect(orders).toHaveLength(12_000);
    expect(new Set(orders.map((order) => `${order.channel} ${order.externalId}`)).size).toBe(12_000);
    expect(planned.every(({ at }, index) => index === 0 || at >= planned[index - 1]!.at)).toBe(true);
    expect(planned.at(-1)!.at).toBeLessThan(86_400_000);
  });

  test('plants every kind of risk, rarely, and labels only what is so', () => {
    const labelled = planned.filter((entry) => entry.risks.length > 0);
    for (const risk of risks)
      expect(
        labelled.some((entry) => entry.risks.includes(risk)),
        risk,
      ).toBe(true);
    expect(labelled.length / planned.length).toBeLessThan(0.06);
    for (const { item, risks: found } of planned) {
      if (!('order' in item)) continue;
      const { order } = item;
      expect(found.includes('address-problem')).toBe(order.shipTo.city === undefined);
      expect(found.includes('odd-quantity')).toBe(
        order.repairShop === undefined && order.lines.some(({ quantity }) => quantity >= 50),
      );
    }
  });

  test('labels the orders that take a shop over its limit, counted independently', () => {
    const limits = new Map(chain.shops.map((shop) => [shop.id, shop.creditLimit]));
    const used = new Map<string, number>();
    for (const { item, risks: found } of planned) {
      if (!('order' in item) || item.order.repairShop === undefined) continue;
      const { lines, discount, freight, repairShop } = item.order;
      const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) - discount + freight;
      const before = used.get(repairShop) ?? 0;
      expect(found.includes('credit-exceeded')).toBe(before + total > limits.get(repairShop)!);
      used.set(repairShop, before + total);
    }
  });

  test('sends the twin of a labelled pair from another platform, with the same part and telephone', () => {
    const twins = planned.filter((entry) => entry.risks.includes('duplicate-customer'));
    expect(twins.length).toBeGreaterThan(5);
    for (const { item, at } of twins) {
      if (!('order' in item)) throw new Error('a twin is an order');
      const { order } = item;
      const first = planned.find(
        (entry) =>
          entry.at < at &&
          'order' in entry.item &&
          entry.item.order.customer?.phone === order.customer?.phone &&
          entry.item.order.channel !== order.channel &&
          entry.item.order.lines.some(({ sku }) => sku === order.lines[0]!.sku),
      );
      expect(first).toBeDefined();
    }
  });
});
