import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels, holdCodes, orderStates } from '../../../rules-library/choices/index.ts';
import { filterOf, sameFilter, searchOf, searchText } from '../../../designer/orders/order-filter.ts';
import type { OrderFilter } from '../../../designer/orders/read-orders.ts';

const oneOf = (choices: readonly { value: string }[]) =>
  fc.constantFrom(...choices.map(({ value }) => value));
const filters: fc.Arbitrary<OrderFilter> = fc.record(
  {
    q: fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    state: oneOf(orderStates),
    channel: oneOf(channels),
    held: fc.constant(true),
    hold: fc.oneof(oneOf(holdCodes), fc.constant('own.paint-check')),
    rush: fc.constant(true),
  },
  { requiredKeys: [] },
);

describe('the filter in the address', () => {
  it('is the same after a round trip through the address bar', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterOf(new URLSearchParams(searchText(filter)))).toEqual(filter);
      }),
    );
  });

  it('has one address, however it was put together', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const reversed = Object.fromEntries(Object.entries(filter).reverse()) as OrderFilter;
        expect(searchText(reversed)).toBe(searchText(filter));
        expect(sameFilter(reversed, filter)).toBe(true);
      }),
    );
  });

  it('leaves out what an address misspells', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('q', 'state', 'held', 'hold', 'rush', 'channel', 'x'), fc.string()),
        ),
        (pairs) => {
          const filter = filterOf(new URLSearchParams(pairs));
          expect(filterOf(searchOf(filter))).toEqual(filter);
        },
      ),
    );
    expect(filterOf(new URLSearchParams('state=flying&held=1&hold=nonsense&rush=yes'))).toEqual({
      rush: true,
    });
  });
});
