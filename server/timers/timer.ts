import type { Change, StoredDocument } from '../door/handler.ts';

/** Something that has to happen at a moment; written in the transaction that needs it, gone with the one in which it fires. */
export interface StoredTimer extends StoredDocument {
  /** Epoch ms by the store's clock. */
  due: number;
  /** Which action fires it: one of the timer actions. */
  kind: string;
  /** Id of the approval, question, wait or order it belongs to; the flow's node for times of the company. */
  of: string;
  /** The order it is about, and the release that decides then: read together with the timer. */
  order: string | null;
  release: number | null;
  data: Record<string, unknown>;
  /** Raised with each lease: who holds an older one may not fire it any more. */
  lease: number;
  /** Nobody else takes it before; 0 while nobody holds it. */
  leasedUntil: number;
}

type NewTimer = Pick<StoredTimer, '_id' | 'due' | 'kind' | 'of'> &
  Partial<Pick<StoredTimer, 'order' | 'release' | 'data' | 'lease'>>;

/** Sets a timer. One that comes again keeps counting its leases, so that no old one fits it. */
export function setTimer({
  _id,
  due,
  kind,
  of,
  order = null,
  release = null,
  data = {},
  lease = 0,
}: NewTimer): Change {
  return {
    put: 'timers',
    document: { _id, due, kind, of, order, release, data, lease, leasedUntil: 0 } as { _id: string },
  };
}

/** Takes a timer away. One that was not read stays, and finds nothing to do when it is due. */
export function stopTimer(id: string | null): Change[] {
  return id === null ? [] : [{ remove: 'timers', id }];
}
