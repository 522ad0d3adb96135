import { vocabulary } from '../../rules-library/index.ts';
import { unkeyed } from '../audit/audit-context.ts';
import { withoutPersonal } from '../audit/without-personal.ts';
import { canonicalJson } from '../canonical.ts';
import type { Press, State } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import type { ParkedPress, StoredApproval } from './approval.ts';

type Parking = Pick<ParkedPress, 'asked' | 'shows'>;

/** A press as it is kept while it waits: what is personal in it stands sealed, and masked for the eye. */
export function parkedPress(press: Press, { asked, shows }: Parking, vault: PersonalVault): ParkedPress {
  const whole = press.input as Record<string, unknown>;
  const input = shownInput(press);
  const target = `${press.target!.kind}:${press.target!.id}`;
  const { kind, id, name, roles, warehouse } = press.actor;
  return {
    command: press.command.name,
    target,
    input,
    sealed: canonicalJson(whole) === canonicalJson(input) ? null : vault.seal(whole, aboutOf(target)),
    reason: press.reason,
    voucher: press.voucher,
    actor: { kind, id, name, roles: [...roles], warehouse },
    asked,
    shows: {
      before: masked(press, shows.before),
      after: masked(press, shows.after) ?? {},
    },
    then: [],
  };
}

/** The parked button as it is pressed in the end, in the course of another press. */
export function unparked(parked: ParkedPress, press: Press, vault: PersonalVault): Press {
  const colon = parked.target.indexOf(':');
  const input =
    parked.sealed === null ? parked.input : (vault.open(parked.sealed, aboutOf(parked.target)) as object);
  const { actor, reason, voucher, target, command } = parked;
  return {
    id: `${press.id}.0`,
    command: vocabulary.commands.get(command)!,
    target: { kind: target.slice(0, colon), id: target.slice(colon + 1) },
    input,
    actor,
    key: null,
    reason,
    voucher,
    ...(press.arrivedAt === undefined ? {} : { arrivedAt: press.arrivedAt }),
    ...(press.audit === undefined ? {} : { audit: press.audit }),
  };
}

/** The approval on which the same press, or the same question about it, waits already. */
export function parkedAlready(
  order: StoredOrder,
  press: Press,
  asked: boolean,
  state: State,
): StoredApproval | undefined {
  const input = canonicalJson(shownInput(press));
  return (order.waits ?? [])
    .flatMap(({ kind, id }) =>
      kind === 'approval' ? (state.get<StoredApproval>('approvals', id) ?? []) : [],
    )
    .find(
      ({ open, parked }) =>
        open &&
        parked?.asked === asked &&
        parked.command === press.command.name &&
        canonicalJson(parked.input) === input,
    );
}

/** What is filled in, with what is personal masked. */
export function shownInput(press: Press): Record<string, unknown> {
  return masked(press, press.input as Record<string, unknown>) ?? {};
}

function masked(press: Press, fields: Record<string, unknown> | null): Record<string, unknown> | null {
  if (fields === null) return null;
  // As the store gives it back: without absent fields.
  const plain = JSON.parse(JSON.stringify(fields)) as Record<string, unknown>;
  return withoutPersonal(plain, (press.audit ?? unkeyed).keyed) as Record<string, unknown>;
}

function aboutOf(target: string): string {
  return `parked|${target}`;
}
