import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { FrameLog, LoggedFrame } from '../sockets/frame-log.ts';
import { records, type Store } from '../store/store.ts';
import type { ApprovalOpened } from '../../rules-library/contract/approvals.ts';
import { approvalOpened, type StoredAsking } from '../approvals/approval.ts';
import type { NumberedNews } from './sequencer.ts';
import { alertView, type StoredAlert } from './alert.ts';
import { feedId, type FeedEntry, type StoredRoom } from './feed.ts';

const mostKept = 500;

/** A frame of an alert or of an approval, as listeners of this process get it. */
export type NewsFrame = LoggedFrame & { frame: { data: AlertView | ApprovalOpened } };

/**
 * The durable `(room, seq)` log. What this process numbered itself is remembered for a while, so that handing it on to screens
 * needs no read; everything else, and everything after a gap, comes from the store.
 */
export class DurableLog implements FrameLog {
  private readonly newsListeners = new Set<(room: string) => void>();
  private readonly frameListeners = new Set<(frame: NewsFrame) => void>();
  private readonly recent = new Map<string, NewsFrame[]>();
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
    const [alerts, approvals] = await Promise.all([
      byId<StoredAlert>(
        this.store,
        'alerts',
        entries.flatMap(({ alert }) => alert ?? []),
      ),
      byId<StoredAsking>(
        this.store,
        'approvals',
        entries.flatMap(({ approval }) => approval ?? []),
      ),
    ]);
    return entries.flatMap((entry) => frameOf(entry, { alerts, approvals }) ?? []);
  }

  onNews(listener: (room: string) => void): () => void {
    this.newsListeners.add(listener);
    return () => this.newsListeners.delete(listener);
  }

  /** Hears every frame this process numbers, in order. */
  onFrame(listener: (frame: NewsFrame) => void): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  /** Takes in what the sequencer of this process has just committed. */
  announce(entries: readonly FeedEntry[], news: NumberedNews): void {
    const rooms = new Set<string>();
    for (const entry of entries) {
      const logged = frameOf(entry, news);
      if (logged === undefined) continue;
      rooms.add(entry.room);
      this.keep(logged);
      for (const listener of this.frameListeners) listener(logged);
    }
    for (const room of rooms) for (const listener of this.newsListeners) listener(room);
  }

  private keep(logged: NewsFrame): void {
    const { room, seq } = logged.frame;
    let kept = this.recent.get(room);
    // A number of another process lies between: what is before it is of no use any more.
    if (kept === undefined || kept.at(-1)!.frame.seq + 1 !== seq) this.recent.set(room, (kept = []));
    kept.push(logged);
    if (kept.length > mostKept) kept.splice(0, kept.length - mostKept / 2);
  }

  /** Null when memory cannot tell: the store is asked. */
  private keptSince(room: string, seq: number, limit: number): NewsFrame[] | null {
    const kept = this.recent.get(room);
    const first = kept?.[0];
    if (kept === undefined || first === undefined || seq < first.frame.seq - 1) return null;
    const found = kept.slice(seq - first.frame.seq + 1, seq - first.frame.seq + 1 + limit);
    return found.length === 0 ? null : found;
  }
}

async function byId<Document extends { _id: string }>(
  store: Store,
  name: string,
  ids: readonly string[],
): Promise<Map<string, Document>> {
  const found = await records<Document>(store, name).byIds([...new Set(ids)]);
  return new Map(found.map((document) => [document._id, document]));
}

function frameOf(entry: FeedEntry, { alerts, approvals }: NumberedNews): NewsFrame | undefined {
  const { room, seq, event } = entry;
  const alert = alerts.get(entry.alert ?? '');
  const approval = approvals.get(entry.approval ?? '');
  if (alert === undefined && approval === undefined) return undefined;
  const data = alert === undefined ? approvalOpened(approval!) : alertView(alert);
  return { event, frame: { room, seq, at: new Date(entry.at).toISOString(), data } };
}
