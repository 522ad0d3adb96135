import {
  defineHandler,
  isRefusal,
  type Change,
  type CommandHandler,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { applyChanges } from '../events/apply-changes.ts';
import { changeFacts } from '../events/change-facts.ts';
import type { OrderChanges } from '../events/read-event.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { orderChanged, unchanged } from './changed.ts';
import { moveCredit } from './credit.ts';
import { auditOf, differencesOf, differencesText } from './differences.ts';
import { hasReached, holdWait, stateLabel } from './lifecycle.ts';
import { openAlertsOf, resolveAlerts } from './open-alerts.ts';
import type { StoredOrder } from './order.ts';
import { notNow, type Cure } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

export interface ChangeTools {
  vault: PersonalVault;
  zone: () => string;
}

interface ChangeOptions<Input> {
  name: string;
  /** The first state in which it is too late. */
  before?: string;
  /** What helps when it is. */
  cures?: readonly Cure[];
  /** What the press changes, in the spelling of an order; or why it cannot be so. */
  changesOf: (input: Input, order: StoredOrder) => OrderChanges | Refusal;
  /** The hold that ends with it. */
  ends?: string;
}

/**
 * A button that changes what was ordered: applied as a change reported by a channel is, told before and after in words, and decided
 * as `order.changed`, once for each thing that changed. A person knows better than any earlier report.
 */
export function changeHandler<Input>(
  { name, before, cures = [], changesOf, ends }: ChangeOptions<Input>,
  { vault, zone }: ChangeTools,
): CommandHandler {
  function changeable(press: Press<never>, state: State): { order: StoredOrder } | Refusal {
    const found = openOrder(press, state);
    if (isRefusal(found) || before === undefined || !hasReached(found.order, before)) return found;
    const label = stateLabel(found.order.state);
    const text = {
      zh: `订单已经是「${label.zh}」，来不及改了`,
      en: `The order is "${label.en}" already; it is too late for this change`,
    };
    return notNow(found.order, text, [{ code: found.order.state, text }], cures);
  }

  return defineHandler<Input>({
    name,
    raises: ['order.changed'],
    needs: (press) => [
      ...needsOrder(press),
      ...(press.target === null ? [] : [openAlertsOf(press.target.id)]),
    ],
    refusal(press, state) {
      const found = changeable(press as Press<never>, state);
      return isRefusal(found) ? found : null;
    },
    plan(press, state) {
      const found = changeable(press as Press<never>, state);
      if (isRefusal(found)) return found;
      const { order } = found;
      const changes = changesOf(press.input, order);
      if (isRefusal(changes)) return changes;
      const known = Object.keys(changes).map((field) => order.asOf[field] ?? 0);
      const { order: changed } = applyChanges(order, changes, Math.max(state.now, ...known), vault);
      const differences = differencesOf(order, changed, zone());
      if (differences.length === 0)
        return unchanged(order, {
          zh: '和原来一样，没有改动',
          en: 'It is the same as before; nothing was changed',
        });
      const ended = endHold(changed, state, press as Press<never>);
      const credit = moveCredit(ended.order, state);
      const by = press.actor.kind === 'person' ? 'person' : 'connector';
      return orderChanged({
        after: credit.order,
        note: {
          type: 'order.changed',
          text: differencesText(differences),
          data: { changes: differences },
          ...(ended.wait === undefined ? {} : { wait: ended.wait }),
        },
        press,
        state,
        audit: auditOf(differences),
        more: [...credit.changes, ...ended.changes],
        ...(ended.changes.length === 0 ? {} : { signals: [{ name: 'alerts.waiting', data: {} }] }),
        raised: changeFacts(order, changed, by, zone()).map((facts) => ({ type: 'order.changed', facts })),
      });
    },
  });

  function endHold(
    order: StoredOrder,
    state: State,
    press: Press<never>,
  ): { order: StoredOrder; changes: Change[]; wait?: { name: string; since: number } } {
    const hold = order.holds.find(({ code }) => code === ends);
    if (hold === undefined) return { order, changes: [] };
    return {
      order: { ...order, holds: order.holds.filter((one) => one !== hold) },
      changes: resolveAlerts(order._id, state, press, hold.code),
      wait: holdWait(hold),
    };
  }
}
