import { randomBytes } from 'node:crypto';
import type { OrderResult } from '../../rules-library/contract/orders.ts';
import type { Refusal, StoredDocument } from '../door/handler.ts';
import { inFlight, keptMs, keyReused } from '../door/idempotency.ts';
import { isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';

/** How long a claim lasts without a sign of life; then another may go on with the list. */
const claimMs = 30_000;

interface StoredClaim extends StoredDocument {
  fingerprint: string;
  command: string;
  owner: string;
  until: number;
  results?: OrderResult[];
  at: number;
  expiresAt: Date;
}

export type Claimed = { claim: ListClaim } | { results: OrderResult[] } | Refusal;

/**
 * The right to work on a list that came with an Idempotency-Key: claimed first, renewed with each group, completed with the
 * answer. After a crash the next who asks takes it over; orders that were taken in already know their list.
 */
export class ListClaim {
  private readonly store: Store;
  private readonly id: string;
  private readonly owner: string;

  private constructor(store: Store, id: string, owner: string) {
    this.store = store;
    this.id = id;
    this.owner = owner;
  }

  static async take(store: Store, id: string, fingerprint: string): Promise<Claimed> {
    const claims = store.collection('idempotency');
    const now = store.clock.now();
    const owner = randomBytes(8).toString('hex');
    const known = (await claims.findOne({ _id: id } as never)) as unknown as StoredClaim | null;
    const fields = {
      fingerprint,
      command: 'ingest-list',
      owner,
      until: now + claimMs,
      at: now,
      expiresAt: new Date(now + keptMs),
    };
    if (known === null) {
      try {
        await claims.insertOne({ _id: id, rev: 1, ...fields } as never);
      } catch (error) {
        if (isDuplicate(error)) return { refused: inFlight };
        throw error;
      }
      return { claim: new ListClaim(store, id, owner) };
    }
    if (known.expiresAt.getTime() > now) {
      if (known.fingerprint !== fingerprint) return { refused: keyReused };
      if (known.results !== undefined) return { results: known.results };
      if (known.until > now) return { refused: inFlight };
    }
    const taken = await claims.replaceOne({ _id: id, rev: known.rev } as never, {
      rev: known.rev + 1,
      ...fields,
    });
    return taken.matchedCount === 1 ? { claim: new ListClaim(store, id, owner) } : { refused: inFlight };
  }

  /** Still at it. */
  async renew(): Promise<void> {
    await this.write({ until: this.store.clock.now() + claimMs });
  }

  /** The answer, kept for whoever asks again. */
  async complete(results: OrderResult[]): Promise<void> {
    await this.write({ results, until: 0 });
  }

  /** Gives the list up, so that the next try need not wait. */
  async release(): Promise<void> {
    await this.write({ until: 0 });
  }

  private async write(fields: Partial<StoredClaim>): Promise<void> {
    await this.store
      .collection('idempotency')
      .updateOne({ _id: this.id, owner: this.owner } as never, { $set: fields, $inc: { rev: 1 } });
  }
}
