import { z } from 'zod';
import { eachRunSchema } from '../../rules-library/contract/each.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { isoTime } from '../orders/order-view.ts';
import { records, type Store } from '../store/store.ts';
import type { StoredRun } from './each-run.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(80).optional(),
});

/** How far goings-through are. */
export function eachRoutes(store: Store): Route[] {
  const runs = records<StoredRun>(store, 'eachRuns');
  return [
    defineRoute({
      method: 'get',
      path: '/each-runs',
      summary: { zh: '逐一处理的进度，新的在前', en: 'How far goings-through are, the newest first' },
      access: { kind: 'read', read: 'flows' },
      query,
      answers: { 200: z.object({ items: z.array(eachRunSchema), next: z.string().nullable() }) },
      async handle({ query: { limit, cursor } }) {
        const below = cursor === undefined ? {} : { _id: { $lt: cursor } };
        const found = await runs.find(below, { sort: { _id: -1 }, limit: limit + 1 });
        const page = found.slice(0, limit);
        const items = page.map(
          ({ _id: id, origin, at, endedAt, of, state, looked, total, done, skipped }) => {
            const { flow, flowName, node, release } = origin;
            const times = { at: isoTime(at), endedAt: endedAt === null ? null : isoTime(endedAt) };
            return { id, flow, flowName, node, release, of, state, ...times, looked, total, done, skipped };
          },
        );
        return { body: { items, next: found.length > limit ? (page.at(-1)?._id ?? null) : null } };
      },
    }),
  ];
}
