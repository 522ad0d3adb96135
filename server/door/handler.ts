import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { ErrorCode } from '../../rules-library/contract/error.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { AuditContext } from '../audit/audit-context.ts';
import type { StageOrigin } from '../stages/stage-origin.ts';
import type { Actor } from './actor.ts';

/** Plain data of the store: lean documents, never mongoose ones. */
export interface StoredDocument {
  _id: string;
  /** Raised by one with each change; updates are filtered by `{ _id, rev }`. */
  rev: number;
  [field: string]: unknown;
}

/** Documents a command reads before it is planned: by id, or by equality of fields. */
export type Need =
  | { collection: string; ids: readonly string[] }
  | {
      collection: string;
      where: Readonly<Record<string, unknown>>;
      /** Only ids behind this one: the next page of a walk in order of ids. */
      after?: string;
      sort?: Record<string, 1 | -1>;
      limit: number;
    };

/** The group's working copy: what the store held, plus what the group has planned so far. */
export interface State {
  /** Database time of this group, epoch ms; the only clock a plan may read. */
  readonly now: number;
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it keeps there
  get<Document extends StoredDocument>(collection: string, id: string): Document | undefined;
  /** Answer of a `where` need (the same object the need was given as), with planned changes applied. */
  find<Document extends StoredDocument>(need: Need): Document[];
}

/** A document as a plan writes it: the door sets `rev`. Dates and nested values as the store keeps them. */
export interface PlannedDocument {
  _id: string;
  rev?: number;
}

/** One write; `put` inserts or replaces as the working copy says, `remove` deletes. The door sets and checks `rev`. */
export type Change = { put: string; document: PlannedDocument } | { remove: string; id: string };

/** In-process news, given to listeners after the commit (release switched, permissions moved …). Loss must be harmless. */
export interface Signal {
  name: string;
  data: Record<string, unknown>;
}

/** A command as it comes through the door. */
export interface Press<Input = unknown> {
  /** Id of this press; stored with its audit entry. */
  id: string;
  command: CommandDefinition;
  /** `order:ID`, `flow:ID` …, or null for commands without a target. */
  target: { kind: string; id: string } | null;
  input: Input;
  actor: Actor;
  /** Idempotency key; for rules decision + rule + target. */
  key: string | null;
  reason: string | null;
  voucher: string | null;
  /** Database time of its arrival at the door; the same on every attempt. */
  arrivedAt?: number;
  /** The list it came in and its place there: a retry after a crash recognises its own orders by it. */
  intake?: Intake;
  /** For a rule's effect: the decision it comes from. */
  cause?: Cause;
  /** What its audit entry says beside it; given by the door, handed on to what rules press. */
  audit?: AuditContext;
}

/** The decision and the rule behind an effect. */
export interface Cause {
  decision: string;
  source: AlertView['source'];
  /** What an effect keeps that opens a stage of the drawing. */
  opening?: Opening;
  /** How many alerts that nobody answered led to it. */
  chain?: number;
}

/** What later stages need to know of the decision that opened them. */
export interface Opening {
  /** Who pressed what led to the decision; null where it was nobody. */
  requester: { id: string; name: Text } | null;
  /** Results of the flow's blocks, and what the first event said. */
  kept(flow: string): Record<string, unknown>;
}

export interface Intake {
  key: string;
  index: number;
}

/** An expected "no", in the user's words, with the way round. Nothing is written but its audit entry and `changes`. */
export interface Refusal {
  refused: {
    code: ErrorCode;
    message: Text;
    path?: string;
    details?: Record<string, unknown>;
    /** The decision of the gate that said no. */
    decision?: string;
  };
  /** Written although it is refused: the decision that refuses it and what its rules did. */
  changes?: Change[];
  signals?: Signal[];
}

/** Business news about the order a button was pressed on; `facts` are those the event itself brings. */
export interface RaisedEvent {
  type: string;
  facts?: Record<string, unknown>;
}

/** What a command does: all of it in one transaction with its group, or nothing. */
export interface Outcome {
  changes: Change[];
  /** Machine-readable result for the answer. */
  result: Record<string, unknown>;
  /** What it did, in words ("苏州仓锁 2 件,加急层"). */
  text: Text;
  /** Ids of alerts it raised. */
  alerts?: string[];
  decision?: string;
  /** It has not taken effect: it waits for this approval. */
  pending?: { approval: string };
  /** The button that takes it back, pressed on this press, and until when (ISO). */
  undo?: { name: string; until: string };
  /** Exit of the action block it leaves by, for commands that can fail; `done` without it. */
  port?: string;
  signals?: Signal[];
  /** For a rule's effect whose outcome is known at once: the exit by which its flow goes on within the same decision. */
  exit?: { origin: StageOrigin; port: string };
  /** Events that follow when a person or a connector pressed it: decided in the same transaction. */
  raised?: readonly RaisedEvent[];
  /** Business fields before and after, for the audit; `target` for commands without one: `order:ID`. */
  audit?: { target?: string; before?: Record<string, unknown>; after?: Record<string, unknown> };
}

/**
 * The handler of one button. `plan` is pure: the same press and state give the same outcome, so that the door may run
 * it again after a conflict. `needs` may be asked a second time with the state of the first answer (`state`), for
 * documents found only through others; it returns what is still missing.
 */
export interface CommandHandler<Input = never> {
  name: string;
  /** Types of the events its outcomes may raise; absent for buttons that raise none. */
  raises?: readonly string[];
  needs(press: Press<Input>, state?: State): Need[];
  plan(press: Press<Input>, state: State): Outcome | Refusal;
  /** Why a press would be refused now, whatever is filled in: what greys a button. Without it `plan` is asked. */
  refusal?(press: Press<Input>, state: State): Refusal | null;
}

/** Keeps the input's type inside a handler's file. */
export function defineHandler<Input>(handler: CommandHandler<Input>): CommandHandler {
  return handler;
}

export function isRefusal(planned: object): planned is Refusal {
  return 'refused' in planned;
}
