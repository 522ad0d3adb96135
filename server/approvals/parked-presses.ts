import type { Text } from '../../rules-library/schema/text.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { buttonLabel } from '../audit/audit-words.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import type { Actor } from '../door/actor.ts';
import { authorise } from '../door/authorise.ts';
import {
  isRefusal,
  type CommandHandler,
  type Need,
  type Outcome,
  type Press,
  type Refusal,
  type Signal,
  type State,
} from '../door/handler.ts';
import type { Permissions } from '../door/permission.ts';
import type { Draft } from '../door/working-copy.ts';
import { grantedPass } from '../gates/gate-pass.ts';
import type { StoredKey } from '../keys/key.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { Person } from '../people/person.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import type { ParkedPress, StoredApproval } from './approval.ts';
import { unparked } from './parked-press.ts';

interface ParkedPressesOptions {
  /** The buttons behind their gates: asked once already, they are not asked again. */
  handlers: readonly CommandHandler[];
  permissions: Permissions;
  vault: PersonalVault;
}

/** What became of a parked press. */
export interface Released {
  text: Text;
  done: boolean;
  alerts: readonly string[];
  signals: readonly Signal[];
  decision?: string;
}

/**
 * Presses what waited for an approval, in the transaction of the last one given: as whoever pressed it, with their reason and
 * voucher, and only if that is still their button.
 */
export class ParkedPresses {
  private readonly handlers: ReadonlyMap<string, CommandHandler>;
  private readonly permissions: Permissions;
  private readonly vault: PersonalVault;

  constructor({ handlers, permissions, vault }: ParkedPressesOptions) {
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
    this.permissions = permissions;
    this.vault = vault;
  }

  /** What pressing it reads, beside what its approval reads. */
  needs(parked: ParkedPress, press: Press, state: State): Need[] {
    if (parked.asked) return [];
    const late = unparked(parked, press, this.vault);
    const own = this.allowed(late, late.actor);
    if (isRefusal(own)) return needsOfActor(parked.actor);
    const needs = [...own.needs(late as Press<never>), ...own.needs(late as Press<never>, state)];
    return [...needsOfActor(parked.actor), ...needs];
  }

  /** The press takes effect, or says why it cannot any more; a question only is let pass. Its audit entry is its own. */
  release(approval: StoredApproval, press: Press, draft: Draft): Released {
    const parked = approval.parked!;
    const label = buttonLabel(parked.command);
    if (parked.asked) {
      draft.apply([grantedPass(approval, press, draft)]);
      const text = { zh: `已批准，「${label.zh}」可以按了`, en: `Approved; "${label.en}" may be pressed` };
      return { text, done: true, alerts: [], signals: [] };
    }
    const late = unparked(parked, press, this.vault);
    const planned = this.plan(late, draft);
    draft.apply(planned.changes ?? []);
    draft.apply([auditEntry(late, planned, draft.now)]);
    const signals = planned.signals ?? [];
    if (!isRefusal(planned)) {
      const text = {
        zh: `已批准，「${label.zh}」已生效：${planned.text.zh}`,
        en: `Approved, and "${label.en}" took effect: ${planned.text.en}`,
      };
      const { alerts = [], decision } = planned;
      return { text, done: true, alerts, signals, ...(decision === undefined ? {} : { decision }) };
    }
    const why = planned.refused.message;
    const text = {
      zh: `已批准，但「${label.zh}」没能生效：${why.zh}`,
      en: `Approved, but "${label.en}" could not take effect: ${why.en}`,
    };
    note(approval.order, text, press, draft);
    return { text, done: false, alerts: [], signals };
  }

  private plan(late: Press, draft: Draft): Outcome | Refusal {
    const actor = actorNow(late.actor, draft);
    if (actor === null) return gone;
    const own = this.allowed(late, actor);
    return isRefusal(own) ? own : own.plan({ ...late, actor } as Press<never>, draft);
  }

  private allowed({ command, input }: Press, actor: Actor): CommandHandler | Refusal {
    const handler = this.handlers.get(command.name);
    if (handler === undefined) return gone;
    const allowed = authorise(this.permissions, command, input, actor);
    return 'refused' in allowed ? allowed : allowed.guard(handler);
  }
}

/** One line in the history of the order. */
export function note(
  order: string | null,
  text: Text,
  press: Press,
  draft: Draft,
  decision?: DecidedEvent,
): void {
  const known = draft.get<StoredOrder>('orders', order ?? '');
  if (known === undefined) return;
  const line = { type: 'press-refused', text, decision: decision?.id ?? null };
  draft.apply(changeOrder(known, press, draft.now, [line]).changes);
}

function needsOfActor({ kind, id }: Actor): Need[] {
  const own = id.slice(id.indexOf(':') + 1);
  return [{ collection: kind === 'person' ? 'people' : 'keys', ids: [own] }];
}

/** Whoever pressed it with what they may do now; null when they may do nothing any more. */
function actorNow(actor: Actor, state: State): Actor | null {
  const own = actor.id.slice(actor.id.indexOf(':') + 1);
  if (actor.kind === 'person') {
    const person = state.get<Person & Record<string, unknown>>('people', own);
    if (person === undefined || person.disabledAt !== null) return null;
    return { ...actor, roles: person.roles, warehouse: person.warehouse };
  }
  const key = state.get<StoredKey>('keys', own);
  return key === undefined || key.revokedAt !== null ? null : { ...actor, commands: key.commands };
}

const gone: Refusal = {
  refused: {
    code: 'not-your-button',
    message: { zh: '发起人已经不能按这个按钮', en: 'Whoever asked for it may not press it any more' },
  },
};
