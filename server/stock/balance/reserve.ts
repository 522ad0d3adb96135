import { layerIds } from '../../../rules-library/choices/layers.ts';
import { addChanges, applyChanges } from './apply-changes.ts';
import type { Balance, BalanceChanges, ByLayer, Layer, Movement } from './balance.ts';
import { settle } from './settle.ts';

/** Where the units of a reservation came from, and go back to. */
export interface Taken {
  open: number;
  band: ByLayer;
}

/** Whose units they are while they are reserved. */
export interface Claim {
  layer: Layer;
  channel: string;
}

/** How many units a layer may still take: those set aside for it, and those for whoever comes first. */
export function available(balance: Balance, layer: Layer): number {
  return balance.open + (balance.band[layer] ?? 0);
}

/** Reserves units for a claim, from its own band first; null when there are not enough that it may take. */
export function take(
  balance: Balance,
  { layer, channel }: Claim,
  quantity: number,
): (Movement & { taken: Taken }) | null {
  if (quantity < 1 || available(balance, layer) < quantity) return null;
  const fromBand = Math.min(balance.band[layer] ?? 0, quantity);
  const taken: Taken = { open: quantity - fromBand, band: fromBand === 0 ? {} : { [layer]: fromBand } };
  const moved = applyChanges(balance, {
    open: -taken.open,
    band: { [layer]: -fromBand },
    held: quantity,
    reservedBy: { [layer]: quantity },
    reservedFor: { [channel]: quantity },
  });
  return { ...moved, taken };
}

/** Gives reserved units back to where they came from; bands that hold less than they want are filled then. */
export function giveBack(balance: Balance, claim: Claim, taken: Taken, of: 'held' | 'confirmed'): Movement {
  const back = addChanges(leaving(claim, taken, of), { open: taken.open, band: taken.band });
  return settle(applyChanges(balance, back));
}

/** What is held is paid for or approved. */
export function confirm(balance: Balance, quantity: number): Movement {
  return applyChanges(balance, { held: -quantity, confirmed: quantity });
}

/** Reserved units leave the warehouse. */
export function consume(balance: Balance, claim: Claim, taken: Taken, of: 'held' | 'confirmed'): Movement {
  return applyChanges(balance, addChanges(leaving(claim, taken, of), { onHand: -unitsOf(taken) }));
}

/**
 * Moves reserved units to another layer. Upwards they stay where they are; downwards what came out of the band of a more important
 * layer goes back and is taken anew, so that no band feeds a layer below it. Null when there is not enough for that.
 */
export function relayer(
  balance: Balance,
  from: Claim,
  to: Layer,
  taken: Taken,
  of: 'held' | 'confirmed',
): (Movement & { taken: Taken }) | null {
  const [high, kept] = cutAbove(taken, to);
  const back = unitsOf(high);
  const keeping = unitsOf(kept);
  const relabelled = { reservedBy: addLayers({ [from.layer]: -keeping }, { [to]: keeping }) };
  if (back === 0) return { ...applyChanges(balance, relabelled), taken };
  const returned = giveBack(balance, from, high, of);
  const again = take(returned.balance, { ...from, layer: to }, back);
  if (again === null) return null;
  const reserved: BalanceChanges = of === 'held' ? {} : { held: -back, confirmed: back };
  const all = addChanges(returned.changes, again.changes, reserved, relabelled);
  return {
    ...applyChanges(balance, all),
    taken: { open: kept.open + again.taken.open, band: addLayers(kept.band, again.taken.band) },
  };
}

/** What came out of bands of layers more important than this one, and the rest. */
function cutAbove({ open, band }: Taken, layer: Layer): [Taken, Taken] {
  const above = layerIds.slice(0, layerIds.indexOf(layer));
  const part = (high: boolean): ByLayer =>
    Object.fromEntries(Object.entries(band).filter(([one]) => above.includes(one as Layer) === high));
  return [
    { open: 0, band: part(true) },
    { open, band: part(false) },
  ];
}

export function unitsOf({ open, band }: Taken): number {
  return Object.values(band).reduce((sum, value) => sum + value, open);
}

/** The first so many units and the rest, each with where they came from: open ones go first. */
export function splitTaken(taken: Taken, first: number): [Taken, Taken] {
  let left = Math.max(0, first - taken.open);
  const open = Math.min(taken.open, first);
  const bands: [ByLayer, ByLayer] = [{}, {}];
  for (const layer of layerIds) {
    const here = taken.band[layer] ?? 0;
    const own = Math.min(here, left);
    left -= own;
    if (own > 0) bands[0][layer] = own;
    if (here > own) bands[1][layer] = here - own;
  }
  return [
    { open, band: bands[0] },
    { open: taken.open - open, band: bands[1] },
  ];
}

function leaving({ layer, channel }: Claim, taken: Taken, of: 'held' | 'confirmed'): BalanceChanges {
  const count = unitsOf(taken);
  return { [of]: -count, reservedBy: { [layer]: -count }, reservedFor: { [channel]: -count } };
}

function addLayers(one: ByLayer, other: ByLayer): ByLayer {
  return addChanges({ band: one }, { band: other }).band ?? {};
}
