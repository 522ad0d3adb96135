import { layerIds } from '../../../rules-library/choices/layers.ts';
import { addChanges, applyChanges } from './apply-changes.ts';
import type { Balance, ByLayer, Layer, Movement } from './balance.ts';

/**
 * Brings the bands to what they want: what lies in one beyond that is open again, then open units fill them, the most important
 * layer first. Units come in or back before it is asked for; a lock alone never moves a band.
 */
export function settle({ balance, changes }: Movement): Movement {
  const band: ByLayer = {};
  let open = balance.open;
  const shift = (layer: Layer, units: number): void => {
    if (units === 0) return;
    band[layer] = (band[layer] ?? 0) + units;
    open -= units;
  };
  const lackOf = (layer: Layer): number => (balance.wanted[layer] ?? 0) - (balance.band[layer] ?? 0);
  for (const layer of layerIds) shift(layer, Math.min(0, lackOf(layer)));
  for (const layer of layerIds) shift(layer, Math.min(open, Math.max(0, lackOf(layer))));
  if (Object.keys(band).length === 0) return { balance, changes };
  const settled = applyChanges(balance, { open: open - balance.open, band });
  return { balance: settled.balance, changes: addChanges(changes, settled.changes) };
}

/** Says how many units a layer's band is to hold from now on; open units go there at once, as far as there are any. */
export function protect(balance: Balance, layer: Layer, quantity: number): Movement {
  const { [layer]: _, ...others } = balance.wanted;
  const wanted = quantity === 0 ? others : { ...others, [layer]: quantity };
  return settle({ balance: { ...balance, wanted }, changes: {} });
}
