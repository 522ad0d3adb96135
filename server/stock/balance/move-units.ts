import { layerIds } from '../../../rules-library/choices/layers.ts';
import { addChanges, applyChanges, total } from './apply-changes.ts';
import type { Balance, BalanceChanges, ByLayer, Movement } from './balance.ts';
import { settle } from './settle.ts';

/** Units that nobody has reserved and nothing blocks, those set aside for a layer included. */
export function free(balance: Balance): number {
  return balance.open + total(balance.band);
}

/** Units come in. */
export function receive(balance: Balance, quantity: number): Movement {
  return settle(applyChanges(balance, { onHand: quantity, open: quantity }));
}

/** Units turn out not to be there, or leave unreserved; null when fewer than that are free. */
export function remove(balance: Balance, quantity: number): Movement | null {
  const from = outOf(balance, quantity);
  return from === null ? null : applyChanges(balance, addChanges(from, { onHand: -quantity }));
}

/** Keeps units from being locked; null when fewer than that are free. */
export function block(balance: Balance, quantity: number): Movement | null {
  const from = outOf(balance, quantity);
  return from === null ? null : applyChanges(balance, addChanges(from, { blocked: quantity }));
}

/** Lets blocked units be locked again; null when fewer than that are blocked. */
export function unblock(balance: Balance, quantity: number): Movement | null {
  if (balance.blocked < quantity) return null;
  return settle(applyChanges(balance, { blocked: -quantity, open: quantity }));
}

/** Free units that go: open ones first, then those set aside, the least important layer first. */
function outOf(balance: Balance, quantity: number): BalanceChanges | null {
  if (free(balance) < quantity) return null;
  const fromOpen = Math.min(balance.open, quantity);
  let left = quantity - fromOpen;
  const band: ByLayer = {};
  for (const layer of layerIds.toReversed()) {
    const units = Math.min(balance.band[layer] ?? 0, left);
    if (units > 0) band[layer] = -units;
    left -= units;
  }
  return { open: -fromOpen, band };
}
