import type { StoredApproval } from '../approvals/approval.ts';
import { planHash } from '../approvals/plan-hash.ts';
import { shownInput } from '../approvals/parked-press.ts';
import { contentHash } from '../canonical.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Change, Need, Press, State, StoredDocument } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';

/** A gate that lets one order pass once, as a person decided with reason and voucher, or as was approved. */
export interface GatePass extends StoredDocument {
  order: string;
  command: string;
  by: string;
  byName: Text;
  at: number;
  press: string;
  /** What was approved, of a pass that an approval gave: it holds for that only, and beats no denial. */
  plan: string | null;
}

export const gatePasses = 'gatePasses';

export function passId(order: string, command: string): string {
  return `${order}|${command}`;
}

/** Id of the pass an approval gives to one button with one input. */
function grantedId(order: string, command: string, input: object): string {
  return `${passId(order, command)}|${contentHash(input)}`;
}

/** The passes a press may have. */
export function needsPass(order: string, press: Press): Need {
  const { name } = press.command;
  return {
    collection: gatePasses,
    ids: [passId(order, name), grantedId(order, name, shownInput(press))],
  };
}

/** What an approval gives to a button that was asked about, to be pressed elsewhere. */
export function grantedPass(approval: StoredApproval, press: Press, state: State): Change {
  const { command, input, target } = approval.parked!;
  const id = approval.order ?? '';
  const order = state.get<StoredOrder>('orders', id);
  const pass: GatePass = {
    _id: grantedId(id, command, input),
    rev: 0,
    order: id,
    command,
    by: press.actor.id,
    byName: press.actor.name,
    at: state.now,
    press: press.id,
    plan: planHash(null, order, { command, target, input }),
  };
  return { put: gatePasses, document: pass };
}

/** The pass this press has on an order as it is now; an approval's does not beat a denial. */
export function passOf(
  order: StoredOrder,
  press: Press,
  isDenied: boolean,
  state: State,
): GatePass | undefined {
  const { name: command } = press.command;
  const override = state.get<GatePass>(gatePasses, passId(order._id, command));
  if (override !== undefined || isDenied) return override;
  const input = shownInput(press);
  const granted = state.get<GatePass>(gatePasses, grantedId(order._id, command, input));
  const plan = planHash(null, order, { command, target: `order:${order._id}`, input });
  return granted?.plan === plan ? granted : undefined;
}
