import { channelLabel } from '../orders/channel-label.ts';
import { defineHandler } from '../door/handler.ts';
import { stockKey, type Balance } from './balance/balance.ts';
import { capId, type Cap } from './cap.ts';
import { stockOfSku } from './lock/allocate.ts';
import { spaced } from './lock/lock-words.ts';
import { touchSku } from './touch-sku.ts';
import { warehouseName } from './warehouse-name.ts';

interface Input {
  sku: string;
  warehouse?: string;
  quantity: number;
}

/**
 * The most a channel may hold of a SKU, in one warehouse or everywhere. What it holds already stays; beyond the cap it locks no more. What
 * it holds is counted from the balances, which are written along, so that no lock slips in unseen meanwhile.
 */
export const setCapHandler = defineHandler<Input>({
  name: 'set-cap',
  needs: ({ target, input: { sku = '', warehouse } }) => [
    { collection: 'caps', ids: [capId(target?.id ?? '', sku, warehouse)] },
    stockOfSku(sku),
    ...(warehouse === undefined ? [] : [{ collection: 'warehouses', ids: [warehouse] }]),
  ],
  plan(press, state) {
    const channel = press.target!.id;
    const { sku, warehouse = null, quantity } = press.input;
    const held = state
      .find<Balance>(stockOfSku(sku))
      .filter(({ _id }) => warehouse === null || _id === stockKey(warehouse, sku));
    const used = held.reduce((sum, { reservedFor }) => sum + (reservedFor[channel] ?? 0), 0);
    const id = capId(channel, sku, warehouse);
    const before = state.get<Cap>('caps', id);
    const cap: Omit<Cap, 'rev'> = { _id: id, channel, sku, warehouse, quantity, used };
    const label = channelLabel(channel);
    const where = warehouse === null ? null : warehouseName(state, warehouse);
    const over =
      used > quantity ? { zh: `，现在占着 ${used} 件`, en: `; it holds ${used} now` } : { zh: '', en: '' };
    return {
      changes: [{ put: 'caps', document: cap as Cap }, ...touchSku(sku, state)],
      result: { channel, sku, warehouse, quantity, used },
      text: {
        zh: `${spaced(label.zh)}${where === null ? '' : `在 ${where} `}最多占 ${quantity} 件 ${sku}${over.zh}`,
        en: `${label.en} may hold ${quantity} of ${sku}${where === null ? '' : ` in ${where}`}${over.en}`,
      },
      audit: { before: { quantity: before?.quantity ?? null }, after: { sku, warehouse, quantity, used } },
    };
  },
});
