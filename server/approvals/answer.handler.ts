import {
  defineHandler,
  type CommandHandler,
  type Need,
  type Outcome,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { Stages } from '../stages/stages.ts';
import type { StoredApproval, StoredAsking, StoredQuestion } from './approval.ts';
import { needsOfApproval, outcomeOf } from './approval-press.ts';
import { resumeStep } from './approval-steps.ts';
import { endQuestion, questionOutcome } from './end-question.ts';
import { keepApproval } from './keep-approval.ts';
import { isAsked } from './who-may.ts';

/** Answers a question: the flow goes on by the choice, or the approval that was asked back by what is said. */
export function answerHandler(stages: Stages): CommandHandler {
  return defineHandler<{ choice: string }>({
    name: 'answer',
    needs(press, state) {
      const id = press.target?.id ?? '';
      const needs = needsOfApproval(id, { stages }, press, state);
      const question = state?.get<StoredAsking>('approvals', id);
      return question?.kind === 'question' && question.approval !== null && state !== undefined
        ? [...needs, ...needsOfAskedBack(question.approval)]
        : needs;
    },
    plan(press, state) {
      const question = state.get<StoredAsking>('approvals', press.target?.id ?? '');
      if (question?.kind !== 'question') return none;
      if (question.state !== 'open') return over;
      if (!isAsked(question.who, press.actor)) return notAsked;
      const order = state.get<StoredOrder>('orders', question.order ?? '');
      if (order !== undefined && !isOpen(order)) return over;
      return question.approval === null ? choose(question, press, state) : say(question, press, state);
    },
  });

  function choose(
    question: StoredQuestion,
    press: Press<{ choice: string }>,
    state: State,
  ): Outcome | Refusal {
    const chosen = question.choices.find(({ id }) => id === press.input.choice);
    if (chosen === undefined) return noSuchChoice(question);
    const text = { zh: `选了「${chosen.label.zh}」`, en: `Chose "${chosen.label.en}"` };
    const draft = new Draft(state);
    const ended = endQuestion(question, { state: 'answered', answer: chosen.id }, press, draft, text);
    const { origin, subject } = ended;
    const decided =
      origin === null ? undefined : stages.enter(press, { origin, port: chosen.id, subject }, draft);
    return questionOutcome(ended, draft, text, decided);
  }

  function say(question: StoredQuestion, press: Press<{ choice: string }>, state: State): Outcome {
    const said = press.input.choice;
    const text = { zh: `补充：${said}`, en: `Answered: ${said}` };
    const draft = new Draft(state);
    const ended = endQuestion(question, { state: 'answered', answer: said }, press, draft, text);
    const approval = draft.get<StoredApproval>('approvals', question.approval ?? '');
    if (approval?.state !== 'asked-back') return questionOutcome(ended, draft, text);
    const by = { id: press.actor.id, name: press.actor.name };
    const note = { at: draft.now, by, kind: 'answered' as const, text: { zh: said, en: said } };
    const kept = keepApproval(
      // Who asked back is told that it goes on.
      { ...approval, notes: [...approval.notes, note], sequenced: false },
      resumeStep(approval, draft.now),
      { press, draft, note: { type: 'answer', text } },
    );
    return outcomeOf(kept, press, draft, text);
  }
}

function needsOfAskedBack(approval: string): Need[] {
  return [{ collection: 'approvals', ids: [approval] }];
}

const none: Refusal = {
  refused: {
    code: 'not-found',
    path: 'target',
    message: { zh: '没有找到这个问题', en: 'There is no such question' },
  },
};
const over: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '这个问题已经有了结果', en: 'This question has been settled' },
  },
};
const notAsked: Refusal = {
  refused: { code: 'refused', message: { zh: '这个问题没有问您', en: 'This question does not ask you' } },
};

function noSuchChoice({ choices }: StoredQuestion): Refusal {
  const [zh, en] = [choices.map(({ label }) => label.zh), choices.map(({ label }) => label.en)];
  return {
    refused: {
      code: 'bad-input',
      path: 'input.choice',
      message: { zh: `可以选：${zh.join('、')}`, en: `Choose one of: ${en.join(', ')}` },
      details: { choices: choices.map(({ id }) => id) },
    },
  };
}
