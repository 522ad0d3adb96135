import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertView } from '../../../rules-library/contract/alerts.ts';
import { openAlerts, withAlerts, withOpenList, type AlertBook } from '../../../designer/live/alert-book.ts';
import { alertOf } from '../support.ts';

const states: readonly AlertView['state'][] = ['raised', 'acknowledged', 'resolved'];
const news = fc.array(
  fc
    .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), state: fc.constantFrom(...states) })
    .map((part) => alertOf(part)),
  { maxLength: 30 },
);

describe('alerts by id', () => {
  it('are where their furthest news says, whatever the order and however often it came', () => {
    fc.assert(
      fc.property(news, news, (first, second) => {
        const all = [...first, ...second];
        const book = withAlerts(withAlerts(new Map(), first), second);
        for (const id of ['a', 'b', 'c', 'd']) {
          const own = all.filter((alert) => alert.id === id).map(({ state }) => states.indexOf(state));
          expect(book.get(id)?.state).toBe(own.length === 0 ? undefined : states[Math.max(...own)]);
        }
        expect(withAlerts(book, all)).toEqual(book);
        expect(new Set(openAlerts(book).map(({ id }) => id)).size).toBe(openAlerts(book).length);
      }),
    );
  });

  it('are sorted by what nobody has seen, then urgency, then time', () => {
    const book: AlertBook = withAlerts(new Map(), [
      alertOf({ id: 'seen', level: 'urgent', state: 'acknowledged' }),
      alertOf({ id: 'info', level: 'info' }),
      alertOf({ id: 'old', level: 'urgent', at: '2026-03-01T01:00:00.000Z' }),
      alertOf({ id: 'new', level: 'urgent', at: '2026-03-01T03:00:00.000Z' }),
      alertOf({ id: 'warn' }),
      alertOf({ id: 'gone', state: 'resolved' }),
    ]);
    expect(openAlerts(book).map(({ id }) => id)).toEqual(['new', 'old', 'warn', 'info', 'seen']);
  });

  it('that the list of open ones does not hold have ended, except what came while it was read', () => {
    const book = withAlerts(new Map(), [
      alertOf({ id: 'stays' }),
      alertOf({ id: 'ended' }),
      alertOf({ id: 'new' }),
    ]);
    const after = withOpenList(book, [alertOf({ id: 'stays' })], { complete: true, since: new Set(['new']) });
    expect(
      openAlerts(after)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['new', 'stays']);
  });

  it('stay when the list was cut off before them', () => {
    const book = withAlerts(new Map(), [alertOf({ id: 'beyond' })]);
    expect(openAlerts(withOpenList(book, [], { complete: false, since: new Set() }))).toHaveLength(1);
  });

  it('that ended are not brought back by a list that was read before', () => {
    const book = withAlerts(new Map(), [alertOf({ id: 'a', state: 'resolved' })]);
    const after = withOpenList(book, [alertOf({ id: 'a' })], { complete: true, since: new Set() });
    expect(openAlerts(after)).toEqual([]);
  });
});
