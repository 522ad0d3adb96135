import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import type { ApprovalOpened } from '../../rules-library/contract/approvals.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { WhoAsked } from '../../rules-library/schema/who-asked.ts';
import type { Actor } from '../door/actor.ts';
import type { StoredDocument } from '../door/handler.ts';
import type { Requester, StageOrigin } from '../stages/stage-origin.ts';
import type { ApprovalRun } from './approval-steps.ts';

/** A pressed button that waits for an approval: pressed when it is approved, refused else. */
export interface ParkedPress {
  command: string;
  /** `order:ID`. */
  target: string;
  /** What was filled in; where that holds personal data, it is masked here and whole in `sealed`. */
  input: Record<string, unknown>;
  sealed: string | null;
  reason: string | null;
  voucher: string | null;
  actor: Actor;
  /** Only asked about, to be pressed elsewhere: approved, it is let pass. */
  asked: boolean;
  /** What it would change as it was pressed, without personal data; nothing before where the order has moved on since. */
  shows: { before: Record<string, unknown> | null; after: Record<string, unknown> };
  /** Further approvals that stand before it, opened one after another. */
  then: { origin: StageOrigin; steps: AskedStep[] }[];
}

/** What approvals and questions have in common: something that waits for a person. */
interface Asking {
  /** `order:ID`. */
  subject: string;
  /** The order it is about, with the number people know it by. */
  order: string | null;
  orderNumber: string | null;
  /** Where in the drawing it was asked; null for what no flow asked. */
  origin: StageOrigin | null;
  requester: Requester | null;
  at: number;
  open: boolean;
  endedAt: number | null;
  /** Whom it waits for: `person:ID`, `role:R`, `role:R@W`. */
  audience: string;
  rooms: string[];
  timer: string | null;
  /** Whether those who are asked have been told: see the sequencer. */
  sequenced: boolean;
}

/** A word back and forth about an approval. */
export interface ApprovalNote {
  at: number;
  by: { id: string; name: Text };
  kind: 'asked-back' | 'answered' | 'delegated' | 'asked-again' | 'escalated';
  text: Text;
}

export interface StoredApproval extends StoredDocument, Asking, ApprovalRun {
  kind: 'approval';
  /** Hash of what is approved; a changed plan asks again. */
  plan: string;
  parked: ParkedPress | null;
  notes: ApprovalNote[];
}

export interface StoredQuestion extends StoredDocument, Asking {
  kind: 'question';
  state: 'open' | 'answered' | 'timedOut' | 'ended';
  who: WhoAsked;
  text: Text;
  /** What can be chosen; empty: answered in words. */
  choices: { id: string; label: Text }[];
  dueAt: number | null;
  answer: string | null;
  answeredBy: { id: string; name: Text } | null;
  /** The approval that waits for this answer, if it was asked back. */
  approval: string | null;
}

export type StoredAsking = StoredApproval | StoredQuestion;

/** What those who are asked are told: enough to know that something waits for them; the rest is read. */
export function approvalOpened({ _id, kind, subject, orderNumber, requester }: StoredAsking): ApprovalOpened {
  return { approval: { id: _id, kind, subject, label: orderNumber, requester: requester?.name ?? null } };
}
