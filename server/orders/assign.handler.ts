import { roles } from '../../rules-library/choices/roles.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, isRefusal, type State } from '../door/handler.ts';
import type { Person } from '../people/person.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { Recipient, StoredOrder } from './order.ts';
import { badInput } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';
import { alsoTell } from './tell.ts';

interface Input {
  to: Recipient;
}

type StoredPerson = Person & Record<string, unknown>;

function personId(person: string): string {
  return person.replace(/^person:/, '');
}

/** Whoever looks after it, in words; null for a person nobody knows. */
function nameOf({ to: { role, person, warehouse } }: Input, state: State): Text | null {
  if (person !== undefined) return state.get<StoredPerson>('people', personId(person))?.name ?? null;
  const label = roles.find(({ value }) => value === role)?.label ?? null;
  if (label === null || warehouse === undefined) return label;
  return { zh: `${warehouse} 的${label.zh}`, en: `${label.en} of ${warehouse}` };
}

/** Says who looks after an order now, and tells them. */
export const assignHandler = defineHandler<Input>({
  name: 'assign',
  needs: (press) => [
    ...needsOrder(press),
    ...(press.input.to?.person === undefined
      ? []
      : [{ collection: 'people', ids: [personId(press.input.to.person)] }]),
  ],
  refusal(press, state) {
    const found = openOrder(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { to } = press.input;
    const name = nameOf(press.input, state);
    if (name === null) return badInput('to.person', { zh: '没有这个人', en: 'There is no such person' });
    const text = { zh: `指派给${name.zh}`, en: `Assigned to ${name.en}` };
    if (JSON.stringify(order.assignee?.to) === JSON.stringify(to)) return unchanged(order, text);
    const done = orderChanged({
      after: { ...order, assignee: { to, name } },
      note: { type: 'assigned', text, data: { to } },
      press,
      state,
      audit: { before: { assignee: order.assignee?.name ?? null }, after: { assignee: name } },
    });
    return alsoTell(done, alertFor(order, to), press, state);
  },
});

function alertFor({ externalId }: StoredOrder, to: Recipient) {
  return {
    kind: 'other',
    level: 'info' as const,
    to: [to],
    text: { zh: `订单 ${externalId} 请您跟进`, en: `Please look after order ${externalId}` },
  };
}
