import type { Text } from '../../rules-library/schema/text.ts';
import type { WhoAsked } from '../../rules-library/schema/who-asked.ts';
import type { Press } from '../door/handler.ts';
import type { StoredApproval, StoredQuestion } from './approval.ts';
import { audienceOf, roomsOfWho } from './who-may.ts';

type Asked = Pick<
  StoredQuestion,
  'subject' | 'order' | 'orderNumber' | 'origin' | 'requester' | 'who' | 'text' | 'choices' | 'approval'
>;

/** Id of the question a press asks. */
export function questionId(press: Pick<Press, 'id'>): string {
  return `v${press.id.slice(1)}`;
}

/** A question on its way to whoever it asks. */
export function newQuestion(asked: Asked, press: Press, dueAt: number | null): StoredQuestion {
  const _id = questionId(press);
  return {
    ...asked,
    _id,
    rev: 0,
    kind: 'question',
    at: press.arrivedAt ?? 0,
    open: true,
    endedAt: null,
    audience: audienceOf(asked.who),
    rooms: roomsOfWho(asked.who),
    timer: dueAt === null ? null : `${_id}|${press.id}`,
    sequenced: false,
    state: 'open',
    dueAt,
    answer: null,
    answeredBy: null,
  };
}

/** The question an approval is sent back with: to the person who wanted it, else to operations. */
export function askRequester(approval: StoredApproval, text: Text, press: Press): StoredQuestion {
  const { subject, order, orderNumber, requester, _id } = approval;
  const who: WhoAsked =
    requester?.id.startsWith('person:') === true ? { person: requester.id } : { role: 'operations' };
  const by = { id: press.actor.id, name: press.actor.name };
  const asked = { subject, order, orderNumber, origin: null, requester: by, who, text, choices: [] };
  return newQuestion({ ...asked, approval: _id }, press, null);
}
