import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerIds, type Layer } from '../../../../rules-library/choices/layers.ts';
import { addChanges, applyChanges, wrongIn } from '../../../../server/stock/balance/apply-changes.ts';
import { emptyBalance, type Balance, type Movement } from '../../../../server/stock/balance/balance.ts';
import { block, free, receive, remove, unblock } from '../../../../server/stock/balance/move-units.ts';
import {
  available,
  confirm,
  consume,
  giveBack,
  relayer,
  splitTaken,
  take,
  unitsOf,
  type Taken,
} from '../../../../server/stock/balance/reserve.ts';
import { protect } from '../../../../server/stock/balance/settle.ts';

const empty = emptyBalance('WH1', 'A');
const claim = (layer: Layer) => ({ layer, channel: 'taobao' });

function stocked(units: number, ...floors: [Layer, number][]): Balance {
  const received = receive(empty, units).balance;
  return floors.reduce((balance, [layer, quantity]) => protect(balance, layer, quantity).balance, received);
}

describe('taking', () => {
  test('a layer takes from its own band first, then from what is open', () => {
    const balance = stocked(10, ['gold', 3]);
    const taken = take(balance, claim('gold'), 5)!;
    expect(taken.taken).toEqual({ open: 2, band: { gold: 3 } });
    expect(taken.balance).toMatchObject({ open: 5, band: {}, held: 5, reservedBy: { gold: 5 } });
  });

  test.each(layerIds.filter((layer) => layer !== 'silver'))(
    'the band of the silver layer is out of reach of the %s layer',
    (layer) => {
      const balance = stocked(10, ['silver', 8]);
      expect(available(balance, layer)).toBe(2);
      expect(take(balance, claim(layer), 3)).toBeNull();
    },
  );

  test('what comes back or in fills the most important floor first', () => {
    const balance = stocked(0, ['silver', 2], ['rush', 3]);
    const received = receive(balance, 4);
    expect(received.balance).toMatchObject({ open: 0, band: { rush: 3, silver: 1 } });
    expect(received.changes).toEqual({ onHand: 4, band: { rush: 3, silver: 1 } });
    const locked = take(stocked(4, ['rush', 1]), claim('standard'), 3)!;
    const wished = protect(locked.balance, 'gold', 2).balance;
    const back = giveBack(wished, claim('standard'), locked.taken, 'held');
    expect(back.balance).toMatchObject({ open: 1, band: { rush: 1, gold: 2 } });
  });

  test('a smaller floor opens what it no longer wants', () => {
    expect(protect(stocked(5, ['gold', 4]), 'gold', 1).balance).toMatchObject({
      open: 4,
      band: { gold: 1 },
      wanted: { gold: 1 },
    });
  });
});

describe('changing the layer', () => {
  test('upwards the units stay; downwards what came from a higher band is taken anew, or the lock stays', () => {
    const gold = take(stocked(4, ['gold', 3]), claim('gold'), 3)!;
    const down = relayer(gold.balance, claim('gold'), 'standard', gold.taken, 'held');
    expect(down).toBeNull();
    const more = receive(gold.balance, 4).balance;
    expect(more).toMatchObject({ open: 2, band: { gold: 3 } });
    // Its three go back, the floor is full, so they are open.
    const moved = relayer(more, claim('gold'), 'standard', gold.taken, 'held')!;
    expect(moved.taken).toEqual({ open: 3, band: {} });
    expect(moved.balance).toMatchObject({ open: 2, band: { gold: 3 }, reservedBy: { standard: 3 } });
    const up = relayer(moved.balance, claim('standard'), 'rush', moved.taken, 'held')!;
    expect(up.taken).toEqual(moved.taken);
  });
});

test('parts of a lock add up to the whole, wherever its units came from', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(15), (open, rush, gold, first) => {
      const taken: Taken = { open, band: { rush, gold } };
      fc.pre(first > 0 && first < unitsOf(taken));
      const [one, other] = splitTaken(taken, first);
      expect(unitsOf(one)).toBe(first);
      const sum = addChanges({ open: one.open, band: one.band }, { open: other.open, band: other.band });
      expect(sum).toEqual(addChanges({ open, band: { rush, gold } }));
    }),
  );
});

interface Lock {
  layer: Layer;
  taken: Taken;
  of: 'held' | 'confirmed';
}

const layer = fc.constantFrom(...layerIds);
const step = fc.record({
  kind: fc.constantFrom(
    'receive',
    'remove',
    'block',
    'unblock',
    'protect',
    'take',
    'confirm',
    'giveBack',
    'consume',
    'relayer',
  ),
  units: fc.integer({ min: 1, max: 6 }),
  layer,
  pick: fc.nat(),
});

test('whatever happens, buckets add up, stay at or above nothing, and are the sum of what moved', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let balance: Balance = empty;
      let locks: Lock[] = [];
      let replayed: Balance = empty;
      for (const { kind, units, layer: to, pick } of steps) {
        const lock = locks[pick % Math.max(1, locks.length)];
        const moved = movementOf(kind, units, to, balance, lock);
        if (moved === null) continue;
        const before = balance;
        balance = moved.balance;
        replayed = applyChanges({ ...replayed, wanted: balance.wanted }, moved.changes).balance;
        if (kind === 'take') locks.push({ layer: to, taken: moved.taken!, of: 'held' });
        if (kind === 'confirm') lock!.of = 'confirmed';
        if (kind === 'relayer') Object.assign(lock!, { layer: to, taken: moved.taken });
        if (kind === 'giveBack' || kind === 'consume') locks = locks.filter((one) => one !== lock);
        expect(wrongIn(balance)).toBeNull();
        expect(replayed).toEqual(balance);
        expect(balance.held + balance.confirmed).toBe(
          locks.reduce((sum, { taken }) => sum + unitsOf(taken), 0),
        );
        const left = kind === 'remove' ? units : kind === 'consume' ? unitsOf(lock!.taken) : 0;
        expect(before.onHand - balance.onHand).toBe(kind === 'receive' ? -units : left);
        // No layer's floor is fed by a band above it.
        for (const { layer: own, taken } of locks)
          for (const higher of layerIds.slice(0, layerIds.indexOf(own)))
            expect(taken.band[higher] ?? 0).toBe(0);
      }
    }),
  );
});

function movementOf(
  kind: string,
  units: number,
  to: Layer,
  balance: Balance,
  lock: Lock | undefined,
): (Movement & { taken?: Taken }) | null {
  if (kind === 'receive') return receive(balance, units);
  if (kind === 'remove') return remove(balance, units);
  if (kind === 'block') return block(balance, units);
  if (kind === 'unblock') return unblock(balance, units);
  if (kind === 'protect') return protect(balance, to, units);
  if (kind === 'take') return take(balance, claim(to), units);
  if (lock === undefined) return null;
  const own = claim(lock.layer);
  if (kind === 'confirm') return lock.of === 'held' ? confirm(balance, unitsOf(lock.taken)) : null;
  if (kind === 'giveBack') return giveBack(balance, own, lock.taken, lock.of);
  if (kind === 'consume') return consume(balance, own, lock.taken, lock.of);
  return relayer(balance, own, to, lock.taken, lock.of);
}

test('what cannot be is not moved', () => {
  expect(() => applyChanges(empty, { open: -1, onHand: -1 })).toThrow('below nothing');
  expect(() => applyChanges(empty, { open: 1 })).toThrow('do not add up');
  expect(remove(stocked(2), 3)).toBeNull();
  expect(block(stocked(2), 3)).toBeNull();
  expect(unblock(stocked(2), 1)).toBeNull();
  expect(free(stocked(5, ['gold', 3]))).toBe(5);
});
