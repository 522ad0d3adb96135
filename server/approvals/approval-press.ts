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
import { orderSignal } from '../orders/changed.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredApproval, StoredAsking } from './approval.ts';
import { askAgain, conflictOf, openStep, type ApprovalRun } from './approval-steps.ts';
import { endApproval, type EndingTools, type Followed } from './end-approval.ts';
import { keepApproval } from './keep-approval.ts';
import { planHash } from './plan-hash.ts';
import { isAsked } from './who-may.ts';

/** What a press on an approval found, and what it does. */
export interface Deciding<Input> {
  press: Press<Input>;
  approval: StoredApproval;
  by: { id: string; name: Text };
  draft: Draft;
}

interface ApprovalPress<Input> {
  name: string;
  tools: EndingTools;
  /** Whether it decides the step: then nobody decides what they asked for, nor two steps. */
  decides: boolean;
  needs?: (input: Input) => Need[];
  /** How far the approval comes by it, in words; or why not. */
  act(
    deciding: Deciding<Input>,
  ): { run: ApprovalRun; approval?: Partial<StoredApproval>; text: Text } | Refusal;
}

/**
 * What pressing on an approval reads: itself, its order and whatever going on with the flow reads; where it may end well, what the
 * button reads that waits for it too.
 */
export function needsOfApproval(
  id: string,
  { stages, parked }: Pick<EndingTools, 'stages'> & Partial<EndingTools>,
  press: Press,
  state?: State,
): Need[] {
  const own: Need = { collection: 'approvals', ids: [id] };
  const known = state?.get<StoredAsking>('approvals', id);
  if (state === undefined || known === undefined) return [own];
  const timer: Need[] = known.timer === null ? [] : [{ collection: 'timers', ids: [known.timer] }];
  const button = known.kind === 'approval' && known.open ? known.parked : null;
  const pressed = button === null ? [] : (parked?.needs(button, press, state) ?? []);
  return [own, ...timer, ...stages.needs(known.origin?.release ?? null, known.subject, state), ...pressed];
}

/**
 * A button on an approval. Only who is asked may press it; on an order that has ended there is nothing left to decide; where what was
 * to be approved has changed, it asks again instead.
 */
export function approvalPress<Input extends { plan?: string | undefined }>(
  own: ApprovalPress<Input>,
): CommandHandler {
  return defineHandler<Input>({
    name: own.name,
    needs(press, state) {
      const more = state === undefined ? (own.needs?.(press.input) ?? []) : [];
      return [...needsOfApproval(press.target?.id ?? '', own.tools, press, state), ...more];
    },
    plan(press, state) {
      const approval = state.get<StoredAsking>('approvals', press.target?.id ?? '');
      if (approval?.kind !== 'approval') return refusals.none;
      if (approval.state !== 'open')
        return approval.state === 'asked-back' ? refusals.askedBack : refusals.over;
      const step = openStep(approval)!;
      const { actor } = press;
      if (!isAsked(step.who, actor)) return refusals.notAsked;
      const conflict = own.decides ? conflictOf(approval, approval.requester, actor.id) : null;
      if (conflict !== null) return refusals[conflict];
      const order = state.get<StoredOrder>('orders', approval.order ?? '');
      if (order !== undefined && !isOpen(order)) return refusals.over;
      const draft = new Draft(state);
      const again = askAgainIfChanged(approval, press, draft);
      if (again !== null) return outcomeOf(again.approval, press, draft, again.text);
      if (press.input.plan !== undefined && press.input.plan !== approval.plan) return refusals.moved;
      const by = { id: actor.id, name: actor.name };
      const done = own.act({ press, approval, by, draft });
      if ('refused' in done) return done;
      const note = { type: own.name, text: done.text };
      const kept = keepApproval({ ...approval, ...done.approval }, done.run, { press, draft, note });
      return outcomeOf(kept, press, draft, done.text, endApproval(kept, own.tools, press, draft));
    },
  });
}

/** Where the plan is not the one that was asked about, all steps are asked again; null where it is. */
export function askAgainIfChanged(
  approval: StoredApproval,
  press: Press,
  draft: Draft,
): { approval: StoredApproval; text: Text } | null {
  const order = draft.get<StoredOrder>('orders', approval.order ?? '');
  const plan = planHash(approval.origin, order, approval.parked);
  if (plan === approval.plan) return null;
  const text = {
    zh: '要批的内容变了，请重新审批',
    en: 'What was to be approved has changed; it is asked again',
  };
  const by = { id: press.actor.id, name: press.actor.name };
  const notes = [...approval.notes, { at: draft.now, by, kind: 'asked-again' as const, text }];
  // What it would change from now on is another thing: only what was filled in still holds.
  const parked =
    approval.parked === null
      ? null
      : { ...approval.parked, shows: { before: null, after: approval.parked.input } };
  const kept = keepApproval({ ...approval, plan, notes, parked }, askAgain(approval, draft.now), {
    press,
    draft,
    note: { type: 'approval-asked-again', text },
  });
  return { approval: kept, text };
}

/** After an order was changed: its approvals whose plan that changed are asked again at once. They have to have been read. */
export function askAgainWhereChanged(order: string, press: Press, draft: Draft): void {
  for (const { kind, id } of draft.get<StoredOrder>('orders', order)?.waits ?? []) {
    const approval = kind === 'approval' ? draft.get<StoredApproval>('approvals', id) : undefined;
    if (approval?.open === true) askAgainIfChanged(approval, press, draft);
  }
}

export function outcomeOf(
  approval: StoredApproval,
  press: Press,
  draft: Draft,
  text: Text,
  followed: Followed = { alerts: [], signals: [] },
): Outcome {
  const order = draft.get<StoredOrder>('orders', approval.order ?? '');
  return {
    changes: draft.changes,
    result: { approval: approval._id, state: approval.state, round: approval.round },
    text: followed.text ?? text,
    alerts: [...followed.alerts],
    ...(followed.decision === undefined ? {} : { decision: followed.decision }),
    signals: [
      ...(order === undefined ? [] : [orderSignal(order)]),
      ...followed.signals.filter(({ name }) => name !== 'order.changed'),
      { name: 'alerts.waiting', data: {} },
    ],
    audit: {
      ...(press.target === null && approval.order !== null ? { target: `order:${approval.order}` } : {}),
      after: { state: approval.state, round: approval.round, plan: approval.plan, subject: approval.subject },
    },
  };
}

const refused = (zh: string, en: string, code: 'refused' | 'not-found' = 'refused'): Refusal => ({
  refused: { code, message: { zh, en } },
});

export const refusals = {
  none: refused('没有找到这个审批', 'There is no such approval', 'not-found'),
  over: refused('这个审批已经结束', 'This approval has ended'),
  askedBack: refused('已退回补充，等对方回答后再批', 'It was asked back; decide it once it is answered'),
  notAsked: refused('这一步没有请您来批', 'This step does not ask you'),
  moved: refused('要批的内容刚变过，请重新看一下再批', 'What is to be approved has just changed; look again'),
  'own-request': refused('自己发起的不能自己批', 'You cannot decide what you asked for yourself'),
  'second-step': refused(
    '两步审批要两个人，您已批过一步',
    'Two steps take two people; you have decided one already',
  ),
} as const;
