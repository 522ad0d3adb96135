import type { Text } from '../../rules-library/schema/text.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import type { Outcome, Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import { withoutWait } from '../stages/order-waits.ts';
import { stopTimer } from '../timers/timer.ts';
import type { StoredQuestion } from './approval.ts';

/** A question that is settled: nobody is asked any more, and its order no longer waits for it. */
export function endQuestion(
  question: StoredQuestion,
  { state, answer }: { state: 'answered' | 'timedOut' | 'ended'; answer: string | null },
  press: Press,
  draft: Draft,
  text: Text,
): StoredQuestion {
  const ended: StoredQuestion = {
    ...question,
    state,
    answer,
    answeredBy: state === 'answered' ? { id: press.actor.id, name: press.actor.name } : null,
    open: false,
    endedAt: draft.now,
    timer: null,
    sequenced: true,
  };
  draft.apply([...stopTimer(question.timer), { put: 'approvals', document: ended }]);
  const order = draft.get<StoredOrder>('orders', question.order ?? '');
  if (order !== undefined) {
    const note = { type: `question-${state}`, text };
    draft.apply(changeOrder(withoutWait(order, question._id), press, draft.now, [note]).changes);
  }
  return ended;
}

export function questionOutcome(
  question: StoredQuestion,
  draft: Draft,
  text: Text,
  decided?: DecidedEvent,
): Outcome {
  const order = draft.get<StoredOrder>('orders', question.order ?? '');
  return {
    changes: draft.changes,
    result: { question: question._id, state: question.state },
    text,
    alerts: decided?.alerts ?? [],
    ...(decided === undefined ? {} : { decision: decided.id }),
    signals: [
      ...(order === undefined ? [] : [orderSignal(order)]),
      ...(decided?.signals.filter(({ name }) => name !== 'order.changed') ?? []),
      { name: 'alerts.waiting', data: {} },
    ],
    audit: { after: { state: question.state, answer: question.answer, subject: question.subject } },
  };
}
