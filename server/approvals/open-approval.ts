import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { StageOrigin } from '../stages/stage-origin.ts';
import type { ParkedPress, StoredApproval } from './approval.ts';
import { beginSteps, openStep } from './approval-steps.ts';
import { keepApproval } from './keep-approval.ts';
import { planHash } from './plan-hash.ts';
import { whoWords } from './who-may.ts';

interface Opening {
  press: Press;
  origin: StageOrigin;
  /** `order:ID`. */
  subject: string;
  order: StoredOrder | undefined;
  steps: readonly AskedStep[];
  /** The button that waits for it, and its label. */
  parked?: { press: ParkedPress; label: Text };
}

/** Asks the first step that is not left out. With every step left out it is approved at once, and nobody is asked. */
export function openApproval(
  { press, origin, subject, order, steps, parked }: Opening,
  draft: Draft,
): { approval: StoredApproval; text: Text } {
  const run = beginSteps(steps, draft.now);
  const text = wordsOf(openStep(run), parked?.label);
  const fresh: StoredApproval = {
    _id: `v${press.id.slice(1)}`,
    rev: 0,
    kind: 'approval',
    subject,
    order: order?._id ?? null,
    orderNumber: order?.externalId ?? null,
    origin,
    requester: origin.requester,
    at: press.arrivedAt ?? 0,
    open: true,
    endedAt: null,
    audience: '',
    rooms: [],
    timer: null,
    sequenced: false,
    state: 'open',
    steps: [],
    left: null,
    round: 1,
    plan: planHash(origin, order, parked?.press ?? null),
    parked: parked?.press ?? null,
    notes: [],
  };
  const note = { type: 'approval-opened', text, decision: origin.decision };
  return { approval: keepApproval(fresh, run, { press, draft, note }), text };
}

function wordsOf(asked: ReturnType<typeof openStep>, button: Text | undefined): Text {
  if (asked === undefined)
    return { zh: '不用审批：每一步都跳过', en: 'No approval needed: every step is left out' };
  const who = whoWords(asked.who);
  if (button === undefined) return { zh: `请${who.zh}审批`, en: `Approval asked of ${who.en}` };
  return {
    zh: `「${button.zh}」等审批，由「${who.zh}」批`,
    en: `"${button.en}" awaits approval, asked of ${who.en}`,
  };
}
