import type { Text } from '../../rules-library/schema/text.ts';
import type { Need, StoredDocument } from '../door/handler.ts';

/** A gate that lets one order pass once, as a person decided with reason and voucher. */
export interface GatePass extends StoredDocument {
  order: string;
  command: string;
  by: string;
  byName: Text;
  at: number;
  press: string;
}

export const gatePasses = 'gatePasses';

export function passId(order: string, command: string): string {
  return `${order}|${command}`;
}

export function needsPass(order: string, command: string): Need {
  return { collection: gatePasses, ids: [passId(order, command)] };
}
