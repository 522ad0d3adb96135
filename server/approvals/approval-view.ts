import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { buttonLabel, changesOf } from '../audit/audit-words.ts';
import type { Actor } from '../door/actor.ts';
import { isoTime } from '../orders/order-view.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { ParkedPress, StoredApproval, StoredAsking, StoredQuestion } from './approval.ts';
import { conflictOf, openStep } from './approval-steps.ts';
import { refusals } from './approval-press.ts';
import { followsOf } from './follows.ts';
import { isAsked, whoWords } from './who-may.ts';

interface Around {
  order: StoredOrder | undefined;
  /** The release that opened it, if it can still be read. */
  release: ActiveRelease | null;
  zone: string;
  actor: Actor;
}

type Own = Pick<
  ApprovalView,
  'text' | 'choices' | 'answer' | 'steps' | 'dueAt' | 'waitsFor' | 'plan' | 'round' | 'notes' | 'mine' | 'why'
>;

/** An approval or a question as this person's inbox shows it. */
export function approvalView(asking: StoredAsking, around: Around): ApprovalView {
  const { order, release, zone, actor } = around;
  const { origin } = asking;
  const parked = asking.kind === 'approval' ? asking.parked : null;
  return {
    id: asking._id,
    kind: asking.kind,
    state: asking.state,
    at: isoTime(asking.at),
    subject: subjectOf(asking),
    order:
      order === undefined
        ? null
        : {
            customer: order.masked.name ?? order.repairShop ?? order.customer.externalId ?? null,
            total: order.total ?? null,
            quantity: order.quantity,
            state: order.state,
            isRush: order.isRush,
          },
    requester: asking.requester?.name ?? null,
    source:
      origin === null
        ? null
        : {
            release: origin.release,
            flow: origin.flow,
            flowName: origin.flowName,
            node: origin.node,
            path: origin.path,
            decision: origin.decision,
          },
    parked: parked === null ? null : parkedView(parked),
    follows: origin === null || release === null ? [] : followsOf(release, origin.flow, origin.node, zone),
    ...(asking.kind === 'approval' ? ofApproval(asking, actor) : ofQuestion(asking, actor)),
  };
}

/** What button with what filled in waits, in words. */
function parkedView({ command, target, asked, reason, voucher, shows }: ParkedPress): ApprovalView['parked'] {
  const changes = changesOf(shows.before, shows.after);
  return { command, label: buttonLabel(command), target, asked, reason, voucher, changes };
}

function subjectOf({ subject, orderNumber }: StoredAsking): ApprovalView['subject'] {
  const colon = subject.indexOf(':');
  const id = subject.slice(colon + 1);
  return { kind: subject.slice(0, colon), id, label: orderNumber ?? id };
}

function ofApproval(approval: StoredApproval, actor: Actor): Own {
  const step = openStep(approval);
  const mine = step !== undefined && isAsked(step.who, actor);
  const conflict = mine ? conflictOf(approval, approval.requester, actor.id) : null;
  const why =
    conflict !== null
      ? refusals[conflict].refused.message
      : approval.state === 'asked-back'
        ? refusals.askedBack.refused.message
        : null;
  return {
    text: null,
    choices: [],
    answer: null,
    steps: approval.steps.map(({ id, who, state, escalated, dueAt, by, at, comment }) => ({
      id,
      who: whoWords(who),
      state,
      escalated,
      dueAt: dueAt === null ? null : isoTime(dueAt),
      by: by?.name ?? null,
      at: at === null ? null : isoTime(at),
      comment,
    })),
    dueAt: step === undefined || step.dueAt === null ? null : isoTime(step.dueAt),
    waitsFor: step === undefined ? null : whoWords(step.who),
    plan: approval.plan,
    round: approval.round,
    notes: approval.notes.map(({ at, by, kind, text }) => ({ at: isoTime(at), by: by.name, kind, text })),
    mine,
    why,
  };
}

function ofQuestion(question: StoredQuestion, actor: Actor): Own {
  const chosen = question.choices.find(({ id }) => id === question.answer);
  const { answer } = question;
  return {
    text: question.text,
    choices: question.choices,
    answer: chosen?.label ?? (answer === null ? null : { zh: answer, en: answer }),
    steps: [],
    dueAt: question.dueAt === null ? null : isoTime(question.dueAt),
    waitsFor: question.open ? whoWords(question.who) : null,
    plan: null,
    round: 1,
    notes: [],
    mine: question.open && isAsked(question.who, actor),
    why: null,
  };
}
