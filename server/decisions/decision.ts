import type { StoredDocument } from '../door/handler.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';

/** One effect of a decision and what became of it. */
export interface StoredEffect {
  command: string;
  target: string;
  input: Record<string, unknown>;
  rule: string;
  outcome: 'done' | 'refused';
  /** Why it was refused. */
  code?: string;
  /** The exit it left by, of a command that can fail. */
  port?: string;
}

/** What a decision was made on and what followed: kept as JSON text, since ids of facts hold dots. */
export interface DecisionBody {
  facts: Facts;
  /** Lists that were read: which version, and the hash their entries are kept under. */
  lists: { id: string; version: number; hash: string }[];
  /** Tables that were read, likewise; left out where there was none. */
  tables?: { id: string; version: number; hash: string }[];
  matched: { rule: string; flow: string; node: string }[];
  effects: StoredEffect[];
  overridden: { rule: string; command: string; by: string }[];
  unknown: string[];
  /** Why no rule decided: more data than a decision may keep, or rules that could not be run to the end. */
  undecided?: 'too-large' | 'failed';
}

/** A decision as stored, written once. */
export interface StoredDecision extends StoredDocument {
  /** `order:ID`. */
  subject: string;
  event: string;
  at: number;
  release: number;
  releaseHash: string;
  body: string;
  alerts: string[];
}

export function bodyOf(decision: Pick<StoredDecision, 'body'>): DecisionBody {
  return JSON.parse(decision.body) as DecisionBody;
}
