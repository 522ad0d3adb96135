import { alertStates, waitingStates, type AlertView } from '../../rules-library/contract/alerts.ts';

const urgency: Record<AlertView['level'], number> = { urgent: 0, warn: 1, info: 2 };

/** Ended alerts remembered, so that late repeats of their news do not bring them back. */
const mostEnded = 2000;

export type AlertBook = ReadonlyMap<string, AlertView>;

/**
 * Takes alerts in by id. An alert only moves on (see its states), and what counts others only grows, so the same news over
 * several rooms, repeated or late, changes nothing.
 */
export function withAlerts(book: AlertBook, alerts: readonly AlertView[]): AlertBook {
  if (alerts.length === 0) return book;
  const next = new Map(book);
  for (const alert of alerts) {
    const known = next.get(alert.id);
    if (known === undefined || isLater(alert, known)) next.set(alert.id, alert);
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
    [...book].filter(([id, alert]) => !complete || isOver(alert) || listed.has(id) || since.has(id)),
  );
  return withAlerts(kept, open);
}

/** Not older than what is known of it. */
function isLater(alert: AlertView, known: AlertView): boolean {
  if (alert.state !== known.state) return progress(alert) > progress(known);
  return alert.count >= known.count;
}

function progress({ state }: AlertView): number {
  return alertStates.indexOf(state);
}

/** Whether somebody still has to answer it. */
export function waits({ state }: AlertView): boolean {
  return waitingStates.includes(state);
}

/** What is not over yet: what nobody has answered first, of that the urgent first, then the newest. */
export function openAlerts(book: AlertBook): AlertView[] {
  return [...book.values()]
    .filter((alert) => !isOver(alert))
    .sort(
      (a, b) =>
        Number(waits(b)) - Number(waits(a)) ||
        urgency[a.level] - urgency[b.level] ||
        (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1),
    );
}

function isOver({ state }: AlertView): boolean {
  return state === 'resolved' || state === 'grouped';
}

function forgetEnded(book: Map<string, AlertView>): void {
  if (book.size < mostEnded) return;
  const ended = [...book.values()].filter(isOver);
  for (const { id } of ended.slice(0, Math.max(0, ended.length - mostEnded / 2))) book.delete(id);
}
