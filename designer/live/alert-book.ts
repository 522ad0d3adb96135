import type { AlertView } from '../../rules-library/contract/alerts.ts';

const progress: Record<AlertView['state'], number> = { raised: 0, acknowledged: 1, resolved: 2 };
const urgency: Record<AlertView['level'], number> = { urgent: 0, warn: 1, info: 2 };

/** Ended alerts remembered, so that late repeats of their news do not bring them back. */
const mostEnded = 2000;

export type AlertBook = ReadonlyMap<string, AlertView>;

/**
 * Takes alerts in by id. An alert only moves on (raised, acknowledged, resolved), so the same news over several rooms,
 * repeated or late, changes nothing.
 */
export function withAlerts(book: AlertBook, alerts: readonly AlertView[]): AlertBook {
  if (alerts.length === 0) return book;
  const next = new Map(book);
  for (const alert of alerts) {
    const known = next.get(alert.id);
    if (known === undefined || progress[alert.state] >= progress[known.state]) next.set(alert.id, alert);
  }
  forgetEnded(next);
  return next;
}

/**
 * Takes in the list of everything open. What the list does not hold has ended, except what came while it was being read
 * (`since`) and, when the list was cut off, what may lie beyond its end.
 */
export function withOpenList(
  book: AlertBook,
  open: readonly AlertView[],
  { complete, since }: { complete: boolean; since: ReadonlySet<string> },
): AlertBook {
  const listed = new Set(open.map(({ id }) => id));
  const kept = new Map(
    [...book].filter(
      ([id, alert]) => !complete || alert.state === 'resolved' || listed.has(id) || since.has(id),
    ),
  );
  return withAlerts(kept, open);
}

/** What still needs somebody: urgent first, then what nobody has seen, then the newest. */
export function openAlerts(book: AlertBook): AlertView[] {
  return [...book.values()]
    .filter(({ state }) => state !== 'resolved')
    .sort(
      (a, b) =>
        progress[a.state] - progress[b.state] ||
        urgency[a.level] - urgency[b.level] ||
        (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1),
    );
}

function forgetEnded(book: Map<string, AlertView>): void {
  if (book.size < mostEnded) return;
  const ended = [...book.values()].filter(({ state }) => state === 'resolved');
  for (const { id } of ended.slice(0, Math.max(0, ended.length - mostEnded / 2))) book.delete(id);
}
