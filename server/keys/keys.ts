import type { Caller } from '../http/caller.ts';
import type { RecordsPort } from '../store/store.ts';
import { secretHash } from '../people/secret.ts';
import type { StoredKey } from './key.ts';

/** How long an answer of the store is trusted: a revocation in another process is felt within this time. */
const cacheMs = 400;
const noteUsedEveryMs = 60_000;
const mostCached = 5_000;

/** Recognises systems by their key. */
export class Keys {
  private readonly cache = new Map<string, { key: StoredKey | null; at: number }>();
  private readonly used = new Map<string, number>();
  private readonly records: RecordsPort<StoredKey>;
  private readonly now: () => number;

  constructor(records: RecordsPort<StoredKey>, now: () => number) {
    this.records = records;
    this.now = now;
  }

  /** The system a secret belongs to; null when it is unknown or revoked. */
  async byKey(secret: string): Promise<Caller | null> {
    const hash = secretHash(secret);
    const key = await this.find(hash);
    if (key === null || key.revokedAt !== null) return null;
    this.noteUsed(key._id);
    return {
      actor: {
        kind: 'connector',
        id: `connector:${key._id}`,
        name: { zh: key.name, en: key.name },
        roles: [],
        warehouse: null,
        commands: key.commands,
        reads: key.reads,
        ...(key.sees === undefined ? {} : { sees: key.sees }),
      },
      via: { kind: 'key', key: key._id, perSecond: key.perSecond },
    };
  }

  /** Forgets what it knows, so that the next call asks the store. */
  forget(id: string): void {
    for (const [hash, { key }] of this.cache) if (key?._id === id) this.cache.delete(hash);
    this.forgotten += 1;
  }

  private forgotten = 0;

  private async find(hash: string): Promise<StoredKey | null> {
    const cached = this.cache.get(hash);
    if (cached !== undefined && performance.now() - cached.at < cacheMs) return cached.key;
    const asked = performance.now();
    const { forgotten } = this;
    const [key = null] = await this.records.find({ secretHash: hash }, { limit: 1 });
    // Revoked while the store was asked: what it answered may be the past, so it is not kept.
    if (forgotten === this.forgotten) {
      if (this.cache.size >= mostCached) this.cache.clear();
      this.cache.set(hash, { key, at: asked });
    }
    return key;
  }

  /** At most once a minute; losing a note is harmless. */
  private noteUsed(id: string): void {
    const now = this.now();
    if (now - (this.used.get(id) ?? 0) < noteUsedEveryMs) return;
    this.used.set(id, now);
    this.records.set(id, { lastUsedAt: now }).catch(() => {});
  }
}
