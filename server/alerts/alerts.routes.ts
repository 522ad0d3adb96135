import { z } from 'zod';
import { alertStates, alertViewSchema, waitingStates } from '../../rules-library/contract/alerts.ts';
import type { Actor } from '../door/actor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { roomsOf } from '../sockets/rooms.ts';
import { records, type RecordsPort, type Store } from '../store/store.ts';
import { alertView, type StoredAlert } from './alert.ts';

const stateFilters: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  open: { open: true },
  waiting: { open: true, state: { $in: waitingStates } },
  ...Object.fromEntries(
    alertStates.map((state) => [state, { open: state !== 'resolved' && state !== 'grouped', state }]),
  ),
  answered: { open: false, state: 'resolved', answer: { $ne: null } },
};

const query = z.object({
  /** One state of an alert's life; `open`: not resolved; `waiting`: nobody has answered; `answered`: closed by a button. */
  state: z.enum(['open', 'waiting', ...alertStates, 'answered']).optional(),
  /** The alerts counted into this one. */
  groupedInto: z.string().min(1).max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(80).optional(),
});

/** Alerts of my rooms, the newest first. */
export function alertRoutes(store: Store): Route[] {
  const alerts = records<StoredAlert>(store, 'alerts');
  return [
    defineRoute({
      method: 'get',
      path: '/alerts',
      summary: { zh: '我这里的预警，新的在前', en: 'Alerts of my rooms, the newest first' },
      access: { kind: 'read', read: 'alerts' },
      query,
      answers: { 200: z.object({ items: z.array(alertViewSchema), next: z.string().nullable() }) },
      async handle({ query: asked, actor }) {
        const found = await readAlerts(alerts, asked, actor);
        const items = found.slice(0, asked.limit);
        const next = found.length > asked.limit ? (items.at(-1)?._id ?? null) : null;
        return { body: { items: items.map(alertView), next } };
      },
    }),
  ];
}

/**
 * One more than asked for, if there are more. Each room is one range of an index; what several rooms hear is met once.
 * Systems hear no rooms: a key that may read alerts reads all.
 */
async function readAlerts(
  alerts: RecordsPort<StoredAlert>,
  { state, limit, cursor, groupedInto }: z.output<typeof query>,
  actor: Actor,
): Promise<StoredAlert[]> {
  const rooms = roomsOf(actor);
  const where = actor.kind === 'person' ? rooms.map((room) => ({ rooms: room })) : [{}];
  // Without a state both halves of the index are read: each is in order by itself.
  const states = state === undefined ? [{ open: true }, { open: false }] : [stateFilters[state]];
  const inGroup = groupedInto === undefined ? {} : { groupedInto };
  const below = cursor === undefined ? {} : { _id: { $lt: cursor } };
  const lists = await Promise.all(
    where.flatMap((room) =>
      states.map((one) =>
        alerts.find({ ...room, ...one, ...inGroup, ...below }, { sort: { _id: -1 }, limit: limit + 1 }),
      ),
    ),
  );
  const byId = new Map(lists.flat().map((alert) => [alert._id, alert]));
  return [...byId.values()].sort((a, b) => (a._id < b._id ? 1 : -1)).slice(0, limit + 1);
}
