import { auditEntry } from '../audit/audit-entry.ts';
import type { Executed } from './door.ts';
import {
  isRefusal,
  type CommandHandler,
  type Outcome,
  type Press,
  type Refusal,
  type Signal,
} from './handler.ts';
import { keptMs, keyReused, type StoredAnswer } from './idempotency.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A command waiting for its group. */
export interface Member {
  press: Press;
  handler: CommandHandler;
  record: { id: string; fingerprint: string } | null;
  bytes: number;
  /** On the process's monotonic clock. */
  arrived: number;
  settle(executed: Executed): void;
  fail(error: unknown): void;
}

/** What became of one member in one attempt; told only after the commit. */
export interface Planned {
  member: Member;
  /** Null: its plan threw `error`. */
  executed: Executed | null;
  error: unknown;
  signals: readonly Signal[];
}

/** Plans one command on what the ones before it left; a plan that throws changes nothing and fails alone. */
export function planMember(member: Member, copy: WorkingCopy): Planned {
  const { press, handler, record } = member;
  if (record !== null) {
    const stored = copy.get<StoredAnswer>('idempotency', record.id);
    if (stored !== undefined && stored.expiresAt.getTime() > copy.now) {
      if (stored.fingerprint !== record.fingerprint) return done(member, refuse(keyReused), []);
      return done(member, stored.answer.ok ? { ...stored.answer, repeated: true } : stored.answer, []);
    }
  }
  let planned: Outcome | Refusal;
  try {
    planned = handler.plan(press as Press<never>, copy);
  } catch (error) {
    return failed(member, error);
  }
  const executed: Executed = isRefusal(planned) ? refuse(planned.refused) : accept(press, planned);
  copy.apply(planned.changes ?? []);
  copy.apply([auditEntry(press, planned, copy.now)]);
  if (record !== null) {
    const answer = {
      _id: record.id,
      fingerprint: record.fingerprint,
      command: press.command.name,
      press: press.id,
      answer: executed,
      at: copy.now,
      expiresAt: new Date(copy.now + keptMs),
    };
    copy.apply([{ put: 'idempotency', document: answer }]);
  }
  return done(member, executed, planned.signals ?? []);
}

export function failed(member: Member, error: unknown): Planned {
  return { member, executed: null, error, signals: [] };
}

export function refuse(refusal: Refusal['refused']): Executed {
  return { ok: false, refusal };
}

function done(member: Member, executed: Executed, signals: readonly Signal[]): Planned {
  return { member, executed, error: undefined, signals };
}

function accept(press: Press, { result, text, alerts, decision, pending, undo }: Outcome): Executed {
  return {
    ok: true,
    press: press.id,
    repeated: false,
    outcome: {
      result,
      text,
      ...(alerts === undefined ? {} : { alerts }),
      ...(decision === undefined ? {} : { decision }),
      ...(pending === undefined ? {} : { pending }),
      ...(undo === undefined ? {} : { undo }),
    },
  };
}
