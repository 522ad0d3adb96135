import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { FrameLog, LoggedFrame } from '../sockets/frame-log.ts';
import { records, type Store } from '../store/store.ts';
import { alertView, type StoredAlert } from './alert.ts';
import { feedId, type FeedEntry, type StoredRoom } from './feed.ts';

const mostKept = 500;

/** A frame as listeners of this process get it. */
export type AlertFrame = LoggedFrame & { frame: LoggedFrame['frame'] & { data: AlertView } };

/**
 * The durable `(room, seq)` log. What this process numbered itself is remembered for a while, so that handing it on to screens
 * needs no read; everything else, and everything after a gap, comes from the store.
 */
export class DurableLog implements FrameLog {
  private readonly newsListeners = new Set<(room: string) => void>();
  private readonly frameListeners = new Set<(frame: AlertFrame) => void>();
  private readonly recent = new Map<string, AlertFrame[]>();
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  async heads(rooms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await records<StoredRoom>(this.store, 'rooms').byIds(rooms);
    return new Map(found.map(({ _id, seq }) => [_id, seq]));
  }

  async since(room: string, seq: number, limit: number): Promise<LoggedFrame[]> {
    const kept = this.keptSince(room, seq, limit);
    if (kept !== null) return kept;
    const entries = (await this.store
      .collection('feed')
      .find({ _id: { $gt: feedId(room, seq), $lt: `${room}|~` } } as never)
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()) as unknown as FeedEntry[];
    const ids = [...new Set(entries.map(({ alert }) => alert))];
    const alerts = await records<StoredAlert>(this.store, 'alerts').byIds(ids);
    const byId = new Map(alerts.map((alert) => [alert._id, alert]));
    return entries.flatMap((entry) => {
      const alert = byId.get(entry.alert);
      return alert === undefined ? [] : [frameOf(entry, alert)];
    });
  }

  onNews(listener: (room: string) => void): () => void {
    this.newsListeners.add(listener);
    return () => this.newsListeners.delete(listener);
  }

  /** Hears every frame this process numbers, in order. */
  onFrame(listener: (frame: AlertFrame) => void): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  /** Takes in what the sequencer of this process has just committed. */
  announce(entries: readonly FeedEntry[], alerts: ReadonlyMap<string, StoredAlert>): void {
    const rooms = new Set<string>();
    for (const entry of entries) {
      const alert = alerts.get(entry.alert);
      if (alert === undefined) continue;
      const logged = frameOf(entry, alert);
      rooms.add(entry.room);
      this.keep(logged);
      for (const listener of this.frameListeners) listener(logged);
    }
    for (const room of rooms) for (const listener of this.newsListeners) listener(room);
  }

  private keep(logged: AlertFrame): void {
    const { room, seq } = logged.frame;
    let kept = this.recent.get(room);
    // A number of another process lies between: what is before it is of no use any more.
    if (kept === undefined || kept.at(-1)!.frame.seq + 1 !== seq) this.recent.set(room, (kept = []));
    kept.push(logged);
    if (kept.length > mostKept) kept.splice(0, kept.length - mostKept / 2);
  }

  /** Null when memory cannot tell: the store is asked. */
  private keptSince(room: string, seq: number, limit: number): AlertFrame[] | null {
    const kept = this.recent.get(room);
    const first = kept?.[0];
    if (kept === undefined || first === undefined || seq < first.frame.seq - 1) return null;
    const found = kept.slice(seq - first.frame.seq + 1, seq - first.frame.seq + 1 + limit);
    return found.length === 0 ? null : found;
  }
}

function frameOf({ room, seq, at, event }: FeedEntry, alert: StoredAlert): AlertFrame {
  return { event, frame: { room, seq, at: new Date(at).toISOString(), data: alertView(alert) } };
}
