import { create } from 'zustand';
import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import { type AlertBook, waits, withAlerts, withOpenList } from './alert-book.ts';

/** `live`: nothing missing · `catching-up`: what was missed is coming · `offline`: no news can come. */
export type LiveState = 'live' | 'catching-up' | 'offline';

interface LiveStore {
  state: LiveState;
  /** When the last news or sign of life came, epoch ms. */
  lastNewsAt: number | null;
  alerts: AlertBook;
  /** The alerts have been read once; before that an empty list means nothing. */
  alertsRead: boolean;
  /** Why the alerts could not be read; trying goes on by itself. */
  alertsError: unknown;
  /** Urgent alerts that came while this page was open, newest first, until closed or answered. */
  popUps: readonly string[];
  /** Alerts that were counted instead of shown, since the list was last read. */
  more: { count: number; urgent: number };
  /** Orders that changed, newest first, at most `mostOrders`. */
  orders: readonly OrderRow[];
}

const mostOrders = 60;
const mostPopUps = 20;

const nothingMore = { count: 0, urgent: 0 };

export const useLive = create<LiveStore>()(() => ({
  // Until the first try has failed: a page that opens is on its way.
  state: 'catching-up',
  lastNewsAt: null,
  alerts: new Map(),
  alertsRead: false,
  alertsError: null,
  popUps: [],
  more: nothingMore,
  orders: [],
}));

export function setLiveState(state: LiveState, lastNewsAt?: number): void {
  useLive.setState((store) => ({ state, lastNewsAt: lastNewsAt ?? store.lastNewsAt }));
}

export interface NewsBatch {
  alerts: readonly AlertView[];
  orders: readonly OrderRow[];
  at: number;
}

/** Shows what came, in one step. */
export function takeNews({ alerts, orders, at }: NewsBatch): void {
  useLive.setState((store) => {
    const fresh = alerts.filter(
      (alert) => alert.level === 'urgent' && waits(alert) && !store.alerts.has(alert.id),
    );
    const book = withAlerts(store.alerts, alerts);
    return {
      lastNewsAt: at,
      alerts: book,
      popUps: nextPopUps(store.popUps, fresh.map(({ id }) => id).reverse(), book),
      orders: withOrders(store.orders, orders),
    };
  });
}

export function takeOpenAlerts(
  open: readonly AlertView[],
  options: { complete: boolean; since: ReadonlySet<string> },
): void {
  useLive.setState((store) => {
    const book = withOpenList(store.alerts, open, options);
    const popUps = nextPopUps(store.popUps, [], book);
    return { alerts: book, alertsRead: true, alertsError: null, more: nothingMore, popUps };
  });
}

/** So many more came than were shown. */
export function takeMore({ count, urgent }: { count: number; urgent: number }): void {
  useLive.setState(({ more }) => ({ more: { count: more.count + count, urgent: more.urgent + urgent } }));
}

/** The alerts could not be read; what is shown stays. */
export function alertsFailed(error: unknown): void {
  useLive.setState({ alertsError: error });
}

export function closePopUp(id: string): void {
  useLive.setState(({ popUps }) => ({ popUps: popUps.filter((other) => other !== id) }));
}

/** Forgets everything, when somebody else signs in on this screen. */
export function forgetLive(): void {
  useLive.setState(useLive.getInitialState(), true);
}

/** An alert that was answered needs no pop-up any more. */
function nextPopUps(shown: readonly string[], fresh: readonly string[], book: AlertBook): readonly string[] {
  const next = [...new Set([...fresh, ...shown])]
    .filter((id) => {
      const alert = book.get(id);
      return alert !== undefined && waits(alert);
    })
    .slice(0, mostPopUps);
  return next.length === shown.length && next.every((id, index) => id === shown[index]) ? shown : next;
}

/** Newest first, one row per order; an older state of an order never replaces a newer one. */
export function withOrders(known: readonly OrderRow[], changed: readonly OrderRow[]): readonly OrderRow[] {
  if (changed.length === 0) return known;
  const byId = new Map(known.map((row) => [row.id, row]));
  for (const row of changed) {
    const before = byId.get(row.id);
    if (before !== undefined && before.rev > row.rev) continue;
    byId.set(row.id, row);
  }
  return [...byId.values()]
    .sort((a, b) =>
      a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? 1 : -1,
    )
    .slice(0, mostOrders);
}
