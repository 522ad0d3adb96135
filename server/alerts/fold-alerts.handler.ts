import { defineHandler, type Change, type Need, type State } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { withNews, type StoredAlert } from './alert.ts';
import { alertGroups, type AlertGroup } from './alert-groups.ts';
import { waits } from './life.ts';

/** Alerts folded in one go. */
export const mostFolded = 200;
const mostLatest = 5;

const waiting: Need = { collection: 'alerts', where: { grouping: true }, limit: mostFolded };

/**
 * Counts alerts that are alike into one: the first that waits for an answer stands for those that follow, until it is answered
 * or taken on. Right after their commit and never in an order's transaction, so that no order waits for another's alert.
 */
export const foldAlertsHandler = defineHandler<Record<string, never>>({
  name: 'fold-alerts',
  needs(_press, state): Need[] {
    if (state === undefined) return [waiting];
    const groups = [...new Set(state.find<StoredAlert>(waiting).flatMap(({ group }) => group ?? []))];
    const leading = groups.flatMap((id) => state.get<AlertGroup>(alertGroups, id)?.alert ?? []);
    return [
      { collection: alertGroups, ids: groups },
      { collection: 'alerts', ids: leading },
    ];
  },
  plan(_press, state) {
    const draft = new Draft(state);
    const alerts = state.find<StoredAlert>(waiting).toSorted((a, b) => (a._id < b._id ? -1 : 1));
    for (const alert of alerts) draft.apply(folded(alert, draft));
    return {
      changes: draft.changes,
      result: { folded: alerts.length },
      text: { zh: `合并 ${alerts.length} 条预警`, en: `Folded ${alerts.length} alerts` },
      signals: alerts.length === 0 ? [] : [{ name: 'alerts.waiting', data: {} }],
    };
  },
});

/** One alert counted into the one that leads its group, or leading it from now on. */
function folded(alert: StoredAlert, state: State): Change[] {
  const done: StoredAlert = { ...alert, grouping: false };
  if (!alert.open || typeof alert.group !== 'string') return [{ put: 'alerts', document: done }];
  const group = state.get<AlertGroup>(alertGroups, alert.group);
  const leader = group === undefined ? undefined : state.get<StoredAlert>('alerts', group.alert);
  if (leader === undefined || !waits(leader)) {
    const leads: AlertGroup = { _id: alert.group, rev: 0, alert: alert._id };
    return [
      { put: alertGroups, document: leads },
      { put: 'alerts', document: withNews(done, 'alert.raised') },
    ];
  }
  const told = leader.news.includes('alert.raised') ? leader : withNews(leader, 'alert.raised');
  const counted: StoredAlert = {
    ...told,
    text: alert.text,
    count: (leader.count ?? 1) + 1,
    // Two processes may bring in what came at nearly the same time in either order.
    lastAt: Math.max(alert.at, leader.lastAt ?? leader.at),
    latest: [...(alert.subject === null ? [] : [alert.subject]), ...(leader.latest ?? [])].slice(
      0,
      mostLatest,
    ),
  };
  const counting: StoredAlert = {
    ...done,
    state: 'grouped',
    open: false,
    timed: false,
    groupedInto: leader._id,
  };
  return [
    { put: 'alerts', document: counted },
    { put: 'alerts', document: counting },
  ];
}
