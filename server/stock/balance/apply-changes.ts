import type { Balance, BalanceChanges, Movement } from './balance.ts';

const counters = ['onHand', 'blocked', 'open', 'held', 'confirmed'] as const;
const shares = ['band', 'reservedBy', 'reservedFor'] as const;

type Shares = Record<string, number>;

/** A movement that would leave a balance that cannot be. */
export class ImpossibleBalance extends Error {
  override name = 'ImpossibleBalance';
}

/**
 * The balance with these changes: the one place where units move. Throws `ImpossibleBalance` when a bucket would fall below
 * nothing or the buckets would not add up to what is on hand: callers ask before they move.
 */
export function applyChanges(balance: Balance, changes: BalanceChanges): Movement {
  const next: Balance = { ...balance };
  for (const name of counters) next[name] = balance[name] + (changes[name] ?? 0);
  for (const name of shares) next[name] = sumOf(balance[name], changes[name]);
  const wrong = wrongIn(next);
  if (wrong !== null) throw new ImpossibleBalance(`${balance._id}: ${wrong}`);
  return { balance: next, changes: withoutNothing(changes) };
}

/** What of a balance cannot be; null when it adds up. */
export function wrongIn(balance: Balance): string | null {
  const values = [
    ...counters.map((name) => balance[name]),
    ...shares.flatMap((name) => valuesOf(balance[name])),
  ];
  if (!values.every((value) => Number.isSafeInteger(value) && value >= 0)) return 'a bucket below nothing';
  const band = total(balance.band);
  if (balance.onHand !== balance.blocked + balance.open + band + balance.held + balance.confirmed)
    return 'buckets do not add up to what is on hand';
  const reserved = balance.held + balance.confirmed;
  if (total(balance.reservedBy) !== reserved) return 'layers do not add up to what is reserved';
  if (total(balance.reservedFor) !== reserved) return 'channels do not add up to what is reserved';
  return null;
}

/** The sum of several changes. */
export function addChanges(...all: readonly BalanceChanges[]): BalanceChanges {
  const sum: BalanceChanges = {};
  for (const name of counters) {
    const value = all.reduce((before, one) => before + (one[name] ?? 0), 0);
    if (value !== 0) sum[name] = value;
  }
  for (const name of shares) {
    const value = all.reduce<Shares>((before, one) => sumOf(before, one[name]), {});
    if (Object.keys(value).length > 0) sum[name] = value;
  }
  return sum;
}

export function total(units: Partial<Record<string, number>>): number {
  return valuesOf(units).reduce((sum, value) => sum + value, 0);
}

function valuesOf(units: Partial<Record<string, number>>): number[] {
  return Object.values(units).map((value) => value ?? 0);
}

/** Without what came to nothing. */
function sumOf(units: Partial<Record<string, number>>, more: Partial<Record<string, number>> = {}): Shares {
  const sum = new Map(Object.entries(units).map(([name, value]) => [name, value ?? 0]));
  for (const [name, value] of Object.entries(more)) sum.set(name, (sum.get(name) ?? 0) + (value ?? 0));
  return Object.fromEntries([...sum].filter(([, value]) => value !== 0));
}

function withoutNothing(changes: BalanceChanges): BalanceChanges {
  return addChanges(changes);
}
