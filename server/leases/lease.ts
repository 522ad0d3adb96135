import type { Need, State, StoredDocument } from '../door/handler.ts';
import { isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';

export const leases = 'leases';

export interface StoredLease extends StoredDocument {
  holder: string;
  until: number;
  fence: number;
}

/**
 * One process at a time does a job. Times are the store's. The number a holder gets is raised whenever the lease changes hands:
 * a command that carries it is refused once somebody else has taken over, however long its sender was asleep.
 */
export class Lease {
  private readonly store: Store;
  private readonly name: string;
  private readonly holder: string;
  private readonly ms: number;

  constructor(store: Store, lease: { name: string; holder: string; ms: number }) {
    this.store = store;
    this.name = lease.name;
    this.holder = lease.holder;
    this.ms = lease.ms;
  }

  /** Takes the lease, or holds it on; its number, or null while another process has it. */
  async hold(): Promise<number | null> {
    const collection = this.store.collection(leases);
    const now = this.store.clock.now();
    const until = now + this.ms;
    const own = { _id: this.name, holder: this.holder, until: { $gt: now } } as never;
    const held = await collection.findOneAndUpdate(own, { $set: { until } });
    if (held !== null) return Number(held.fence);
    const ended = { _id: this.name, until: { $lte: now } } as never;
    const taken = await collection.findOneAndUpdate(
      ended,
      { $set: { holder: this.holder, until }, $inc: { fence: 1, rev: 1 } },
      { returnDocument: 'after' },
    );
    if (taken !== null) return Number(taken.fence);
    try {
      const first = { _id: this.name, rev: 1, holder: this.holder, until, fence: 1 };
      await collection.insertOne(first as never);
      return 1;
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** Lets the next process begin at once. */
  async release(): Promise<void> {
    const own = { _id: this.name, holder: this.holder } as never;
    await this.store.collection(leases).updateOne(own, { $set: { until: 0 } });
  }
}

export function needsLease(name: string): Need {
  return { collection: leases, ids: [name] };
}

/** Whether the lease has not changed hands since this number was given. */
export function isFenced(state: State, name: string, fence: number): boolean {
  return state.get<StoredLease>(leases, name)?.fence === fence;
}
