import { Binary, type Document } from 'bson';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Engine } from '../storage/engine.ts';
import { keyText } from '../storage/keys.ts';
import { decode, encode } from '../wire/raw-bson.ts';

/** Sessions are forgotten this long after their last write, as the handshake announces. */
export const SESSION_MINUTES = 30;

/** What a session's last numbered write or commit has done so far. */
export interface RetryRecord {
  /** The client's `txnNumber`. */
  number: number;
  kind: 'write' | 'commit';
  /** False while a batch was only partly executed. */
  done: boolean;
  /** Progress of a batch, or the reply's own fields. */
  state: Document;
}

const keyOf = (session: string): Buffer => Buffer.from(session, 'latin1');

/**
 * Durable answers to numbered writes: written in the same lmdb transaction as the write, so that a retry gets the answer
 * even from a restarted process. One record per session, for its latest number.
 */
export class RetryRecords {
  private readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  find(session: string): RetryRecord | undefined {
    const bytes = this.engine.retry.get(keyOf(session));
    if (!bytes) return undefined;
    const { n, k, d, s } = decode(bytes) as { n: unknown; k: RetryRecord['kind']; d: boolean; s: Document };
    return { number: Number(n), kind: k, done: d, state: s };
  }

  /** Keeps the record. Inside a write job. */
  save(session: string, record: RetryRecord): void {
    const { number, kind, done, state } = record;
    const bytes = encode({ n: number, k: kind, d: done, s: state, at: new Date() });
    this.engine.together(() => {
      void this.engine.retry.put(keyOf(session), bytes as Buffer);
    });
  }

  /** Forgets sessions the client ended. Inside a write job. */
  remove(sessions: readonly string[]): void {
    this.engine.together(() => {
      for (const session of sessions) void this.engine.retry.remove(keyOf(session));
    });
  }

  /** Forgets sessions without a write for half an hour. */
  async removeOld(now = Date.now()): Promise<void> {
    const limit = now - SESSION_MINUTES * 60_000;
    let after: Buffer | undefined;
    for (;;) {
      const old: Buffer[] = [];
      let count = 0;
      for (const { key, value } of this.engine.retry.getRange({
        start: after ?? Buffer.from([0]),
        exclusiveStart: after !== undefined,
        limit: 200,
      })) {
        count++;
        after = key as Buffer;
        if ((decode(value).at as Date).getTime() < limit) old.push(after);
      }
      if (old.length > 0) {
        await this.engine.run(() =>
          this.engine.together(() => {
            for (const key of old) void this.engine.retry.remove(key);
          }),
        );
      }
      if (count < 200) return;
      await nextTurn();
    }
  }
}

/** The session id of a command as text, or undefined when it is no valid one. */
export function sessionText(lsid: unknown): string | undefined {
  const id = (lsid as { id?: unknown } | null)?.id;
  return id instanceof Binary && id.sub_type === 4 && id.position === 16
    ? keyText(id.buffer.subarray(0, 16))
    : undefined;
}
