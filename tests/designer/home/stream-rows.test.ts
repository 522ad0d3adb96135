import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRow } from '../../../rules-library/contract/orders.ts';
import { streamRows } from '../../../designer/home/stream-rows.ts';
import { rowOf } from '../support.ts';

const hold = { code: 'no-stock', since: '2026-03-01T02:00:00.000Z', until: null, by: 'system' };
const rows = fc.array(
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      rev: fc.nat(3),
      second: fc.nat(9),
      held: fc.boolean(),
    })
    .map(({ id, rev, second, held }): OrderRow =>
      rowOf({ id, rev, receivedAt: `2026-03-01T02:00:0${second}.000Z`, holds: held ? [hold] : [] }),
    ),
  { maxLength: 20 },
);

describe('orders coming in', () => {
  it('shows each order once in its newest state, held ones first, the newest first among them', () => {
    fc.assert(
      fc.property(rows, rows, (list, live) => {
        const { rows: shown } = streamRows([list, live], { held: 3, all: 5 });
        expect(shown.length).toBeLessThanOrEqual(5);
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        for (const row of shown) {
          const newest = Math.max(
            ...[...list, ...live].filter(({ id }) => id === row.id).map(({ rev }) => rev),
          );
          expect(row.rev).toBe(newest);
        }
        const held = shown.filter(({ holds }) => holds.length > 0);
        expect(held.length).toBeLessThanOrEqual(3);
        expect(shown.slice(0, held.length)).toEqual(held);
        for (const part of [held, shown.slice(held.length)]) {
          expect(part.map(({ receivedAt }) => receivedAt)).toEqual(
            part
              .map(({ receivedAt }) => receivedAt)
              .toSorted()
              .reverse(),
          );
        }
      }),
    );
  });
});
