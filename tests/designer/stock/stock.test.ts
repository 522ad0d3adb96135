import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerIds } from '../../../rules-library/choices/layers.ts';
import type { BalanceView, ReservationView } from '../../../rules-library/contract/stock.ts';
import { lineStocks } from '../../../designer/orders/line-stock.ts';
import { changeWords } from '../../../designer/stock/change-words.ts';
import { levelOf, stepsBefore } from '../../../designer/stock/levels.ts';
import { segmentsOf } from '../../../designer/stock/segments.ts';
import { stockFile } from '../../../designer/stock/stock-file.ts';
import {
  lockFilterOf,
  lockSearchOf,
  stockFilterOf,
  stockSearchOf,
} from '../../../designer/stock/stock-filter.ts';

const balance = (
  warehouse: string,
  sku: string,
  open: number,
  more: Partial<BalanceView> = {},
): BalanceView => ({
  key: `${warehouse}|${sku}`,
  warehouse,
  warehouseName: null,
  sku,
  name: null,
  onHand: open,
  blocked: 0,
  open,
  band: {},
  wanted: {},
  held: 0,
  confirmed: 0,
  reservedBy: {},
  reservedFor: {},
  available: { rush: open, gold: open, silver: open, standard: open, unpaid: open },
  rev: 1,
  ...more,
});

const lock = (
  line: string,
  warehouse: string,
  quantity: number,
  state: ReservationView['state'],
): ReservationView => ({
  id: `o|${line}|${warehouse}|${state}`,
  order: 'o',
  orderNumber: 'TB-1',
  line,
  warehouse,
  warehouseName: null,
  sku: 'A',
  quantity,
  layer: 'gold',
  strategy: null,
  channel: 'taobao',
  state,
  unpaid: false,
  expiresAt: null,
  press: 'p',
  at: '2026-01-01T00:00:00.000Z',
  endedAt: null,
});

const units = fc.integer({ min: 0, max: 500 });
const byLayer = fc.record(Object.fromEntries(layerIds.map((layer) => [layer, units])));

describe('the bar of a balance', () => {
  test('its pieces add up to what is on hand, and none is empty', () => {
    fc.assert(
      fc.property(units, units, byLayer, byLayer, (open, blocked, band, reservedBy) => {
        const pieces = segmentsOf({ open, blocked, band, reservedBy });
        const all = [open, blocked, ...Object.values(band), ...Object.values(reservedBy)];
        expect(pieces.reduce((sum, piece) => sum + piece.units, 0)).toBe(
          all.reduce((sum, one) => sum + one, 0),
        );
        expect(pieces.every((piece) => piece.units > 0)).toBe(true);
        expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
      }),
    );
  });
});

describe('levels over time', () => {
  test('reckoned back from now they are what they were', () => {
    const now = levelOf(balance('W', 'A', 57, { onHand: 114, band: { rush: 20 } }));
    const lines = [
      { changes: { open: -5, held: 5, reservedBy: { gold: 5 } } },
      { changes: { open: -32, blocked: 32 } },
      { changes: { onHand: -6, open: -6 } },
      { changes: { onHand: 120, open: 100, band: { rush: 20 } } },
    ];
    expect(stepsBefore(now, lines)).toEqual([
      { onHand: 0, free: 0 },
      { onHand: 120, free: 120 },
      { onHand: 114, free: 114 },
      { onHand: 114, free: 82 },
      { onHand: 114, free: 77 },
    ]);
  });

  test('a movement in words names what it took from and gave to', () => {
    expect(changeWords({ open: -5, held: 5, reservedBy: { gold: 5 } }).zh).toBe('可用 −5 · 金层已锁 +5');
    expect(changeWords({ held: -22, confirmed: 22 }).zh).toBe('预占 −22 · 已确认 +22');
    expect(changeWords({ onHand: 9, open: 4, band: { rush: 5 } }).en).toBe('Free +4 · Floor: Rush layer +5');
  });
});

describe('addresses of the lists', () => {
  test('name a filter and are read back; what is misspelt is left out', () => {
    const filter = { q: '刹车', warehouse: 'WH03', sort: 'held' } as const;
    expect(stockFilterOf(stockSearchOf(filter))).toEqual(filter);
    expect(stockFilterOf(new URLSearchParams('sort=price&q=+'))).toEqual({});
    const locks = { warehouse: 'WH03', sku: 'A', layer: 'rush', expiring: true } as const;
    expect(lockFilterOf(lockSearchOf(locks))).toEqual(locks);
    expect(lockFilterOf(new URLSearchParams('layer=platinum&expiring=maybe'))).toEqual({});
  });

  test('the file of what is seen has a cell for every column', () => {
    const file = stockFile([balance('WH03', '=1+1', 5, { name: 'a "b", c', reservedBy: { gold: 2 } })], 'zh');
    const [head, row] = file.replace('\uFEFF', '').trim().split('\r\n');
    expect(head!.split(',')).toHaveLength(18);
    expect(row).toContain(`'=1+1,"a ""b"", c"`);
  });
});

describe('stock behind the lines of an order', () => {
  const line = (lineId: string, warehouse: string | null, quantity: number) =>
    ({ lineId, sku: 'A', quantity, warehouse }) as never;

  test('what is locked by warehouse, what left, what is missing, and where there is more', () => {
    const balances = [balance('WH1', 'A', 0), balance('WH2', 'A', 9)];
    const locks = [
      lock('1', 'WH1', 2, 'held'),
      lock('1', 'WH2', 1, 'picked'),
      lock('1', 'WH1', 1, 'consumed'),
      lock('1', 'WH1', 4, 'released'),
    ];
    const order = { lines: [line('1', 'WH1', 6), line('2', null, 3)] };
    const found = lineStocks(order, balances, locks);
    expect(found.get('1')).toMatchObject({
      place: 'WH1',
      elsewhere: { warehouse: 'WH2', open: 9 },
      locked: [
        { warehouse: 'WH1', units: 2, picked: false },
        { warehouse: 'WH2', units: 1, picked: true },
      ],
      short: 2,
    });
    expect(found.get('2')).toMatchObject({ place: null, elsewhere: null, balance: { open: 9 }, short: 3 });
    expect(lineStocks(order, [], []).get('1')!.balance).toBeNull();
  });
});
