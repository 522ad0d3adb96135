import type { Change, State } from '../door/handler.ts';
import type { Balance } from './balance/balance.ts';
import { stockOfSku } from './lock/allocate.ts';

/** Writes every balance of a SKU as it is: whoever locks or adds one at the same time comes before or after, never beside. */
export function touchSku(sku: string, state: State): Change[] {
  return state.find<Balance>(stockOfSku(sku)).map((document) => ({ put: 'stock', document }));
}
