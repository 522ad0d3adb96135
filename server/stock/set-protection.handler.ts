import { layerLabel, type Layer } from '../../rules-library/choices/layers.ts';
import { protect } from './balance/settle.ts';
import { spaced } from './lock/lock-words.ts';
import { stockHandler } from './stock-handler.ts';

interface Input {
  layer: Layer;
  quantity: number;
}

/** How many units are set aside for a layer: open ones at once, what is missing as units come in or back. */
export const setProtectionHandler = stockHandler<Input>({
  name: 'set-protection',
  kind: 'protect',
  creates: true,
  move: (balance, { layer, quantity }) => protect(balance, layer, quantity),
  done({ layer, quantity }, { warehouse, sku }, { band }) {
    const label = layerLabel(layer);
    const there = band[layer] ?? 0;
    const missing =
      there < quantity
        ? {
            zh: `，现有 ${there} 件，到货或释放后补足`,
            en: `; ${there} there now, the rest as pieces come in or back`,
          }
        : { zh: '', en: '' };
    return {
      zh: `${spaced(warehouse)}${sku} 给${label.zh}保底 ${quantity} 件${missing.zh}`,
      en: `${quantity} of ${sku} in ${warehouse} set aside, ${label.en.toLowerCase()}${missing.en}`,
    };
  },
});
