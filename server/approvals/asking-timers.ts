import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import { endWaits } from '../stages/order-waits.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import type { StoredTimer } from '../timers/timer.ts';
import type { StoredApproval, StoredAsking, StoredQuestion } from './approval.ts';
import { askAgainIfChanged, needsOfApproval, outcomeOf } from './approval-press.ts';
import { openStep, timeOutStep } from './approval-steps.ts';
import { questionTimer } from './ask-person.handler.ts';
import { endApproval, type EndingTools } from './end-approval.ts';
import { endQuestion, questionOutcome } from './end-question.ts';
import { approvalTimer, keepApproval } from './keep-approval.ts';
import { whoWords } from './who-may.ts';

type Fired = ReturnType<TimerAction['fire']>;
const nothing: Fired = { text: { zh: '已经有结果，时限作罢', en: 'It is settled; the time limit is void' } };

/** What becomes of approvals and questions that nobody decides in time. */
export function askingTimers(tools: EndingTools): TimerAction[] {
  const { stages } = tools;
  const needs: TimerAction['needs'] = (timer, press, state) => [
    // Too late is no yes: what waits for it is not pressed.
    ...needsOfApproval(timer.of, { stages }, press, state),
    // Named by the timer, so that they are read in one go with what it belongs to.
    ...stages.needs(timer.release, timer.order === null ? '' : `order:${timer.order}`, state),
  ];
  return [
    { kind: approvalTimer, needs, fire: ofSort('approval', lateApproval) },
    { kind: questionTimer, needs, fire: ofSort('question', lateQuestion) },
  ];

  function lateApproval(approval: StoredApproval, press: Press, draft: Draft): Fired {
    const again = askAgainIfChanged(approval, press, draft);
    if (again !== null) return outcomeOf(again.approval, press, draft, again.text);
    const run = timeOutStep(approval, draft.now);
    const asked = openStep(run);
    const words = asked === undefined ? null : whoWords(asked.who);
    const text =
      words === null
        ? { zh: '审批超时', en: 'The approval timed out' }
        : { zh: `审批超时，转给${words.zh}`, en: `The approval was late and went to ${words.en}` };
    const by = { id: press.actor.id, name: press.actor.name };
    const notes =
      words === null
        ? approval.notes
        : [...approval.notes, { at: draft.now, by, kind: 'escalated' as const, text }];
    const note = { type: 'approval-late', text };
    const kept = keepApproval({ ...approval, notes }, run, { press, draft, note });
    return outcomeOf(kept, press, draft, text, endApproval(kept, tools, press, draft));
  }

  function lateQuestion(question: StoredQuestion, press: Press, draft: Draft): Fired {
    const text = { zh: '没有人回答，超时', en: 'Nobody answered in time' };
    const ended = endQuestion(question, { state: 'timedOut', answer: null }, press, draft, text);
    const { origin, subject } = ended;
    const decided =
      origin === null ? undefined : stages.enter(press, { origin, port: 'timedOut', subject }, draft);
    return questionOutcome(ended, draft, text, decided);
  }
}

/** Only the timer it has now counts; on an order that has ended it ends without an outcome. */
function ofSort<Kind extends StoredAsking['kind']>(
  kind: Kind,
  late: (asking: Extract<StoredAsking, { kind: Kind }>, press: Press, draft: Draft) => Fired,
): TimerAction['fire'] {
  return (timer: StoredTimer, press, draft) => {
    const asking = draft.get<StoredAsking>('approvals', timer.of);
    if (asking?.kind !== kind || !asking.open || asking.timer !== timer._id) return nothing;
    const order = draft.get<StoredOrder>('orders', asking.order ?? '');
    if (order !== undefined && !isOpen(order)) {
      const ended = endWaits(order, draft);
      draft.apply([...ended.changes, { put: 'orders', document: ended.order }]);
      return nothing;
    }
    return late(asking as Extract<StoredAsking, { kind: Kind }>, press, draft);
  };
}
