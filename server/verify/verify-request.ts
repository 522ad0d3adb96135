import type { StoredDecision } from '../decisions/decision.ts';

/** A decision as the store holds it: its body is text still, to be read away from the event loop. */
export type GivenDecision = Pick<StoredDecision, '_id' | 'at' | 'subject' | 'release' | 'body'>;

/** What the thread of checks is asked. */
export type VerifyRequest =
  /** Forgets what an earlier check was given. */
  | { kind: 'begin' }
  /** Decisions not yet in the archive, the newest first; answers hashes of the lists they read that it does not have. */
  | { kind: 'decisions'; decisions: GivenDecision[] }
  | { kind: 'lists'; contents: [string, readonly unknown[]][] }
  /** The check itself, with the decisions given before; answers a `Verification`. */
  | {
      kind: 'verify';
      /** `ReleaseContent` as JSON text, read away from the event loop. */
      candidate: string;
      live: string | null;
      archive: { folder: string; from: number };
      /** Whether there was more to give. */
      cutShort: boolean;
      generated: number;
      zone: string;
      /** How long it may take. */
      ms: number;
    };
