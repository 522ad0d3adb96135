import type { Actor } from './actor.ts';
import type { Intake, Outcome, Refusal, Signal } from './handler.ts';

/** A wish to press a button, as a route, a rule, a connector or a job brings it. */
export interface CommandCall {
  name: string;
  target?: string;
  input?: unknown;
  reason?: string;
  voucher?: string;
  /** About how large the input is; groups are bounded by it. */
  bytes?: number;
  /** Idempotency key; mandatory on `POST /commands`, natural keys guard orders and events. */
  key?: string;
  /** The list it came in. */
  intake?: Intake;
}

/** What a caller gets back once the transaction has committed. */
export type Executed =
  | {
      ok: true;
      press: string;
      repeated: boolean;
      outcome: Pick<Outcome, 'result' | 'text' | 'alerts' | 'decision' | 'pending' | 'undo'>;
    }
  | { ok: false; refusal: Refusal['refused'] };

/** The one way anything is written. */
export interface Door {
  /** Authorised, validated, planned and committed in a group; resolves after the commit. Throws `BusyError` (429/503) when overloaded. */
  execute(call: CommandCall, actor: Actor): Promise<Executed>;
  /** Listens to signals of committed commands of this process; returns how to stop. */
  on(name: string, listener: (data: Signal['data']) => void): () => void;
  /** Waits for the groups in progress, then refuses new ones. */
  close(): Promise<void>;
}
