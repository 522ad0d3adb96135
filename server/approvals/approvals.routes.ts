import { z } from 'zod';
import { approvalQuerySchema, approvalViewSchema } from '../../rules-library/contract/approvals.ts';
import type { Actor } from '../door/actor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { notFound } from '../http/request-error.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ReleasesPort } from '../releases-port.ts';
import { records, type RecordsPort, type Store } from '../store/store.ts';
import type { StoredAsking } from './approval.ts';
import { approvalView } from './approval-view.ts';
import { audiencesOf } from './who-may.ts';

interface ApprovalRoutesOptions {
  store: Store;
  releases: Pick<ReleasesPort, 'get'>;
  zone: () => string;
}

type Query = z.output<typeof approvalQuerySchema>;

/** What waits for a person, and what became of it. */
export function approvalRoutes({ store, releases, zone }: ApprovalRoutesOptions): Route[] {
  const asked = records<StoredAsking>(store, 'approvals');
  const orders = records<StoredOrder>(store, 'orders');
  const viewsOf = async (found: readonly StoredAsking[], actor: Actor) => {
    const ids = [...new Set(found.flatMap(({ order }) => order ?? []))];
    const byId = new Map((await orders.byIds(ids)).map((order) => [order._id, order]));
    return Promise.all(
      found.map(async (one) => {
        const release = one.origin === null ? null : await releases.get(one.origin.release);
        return approvalView(one, { order: byId.get(one.order ?? ''), release, zone: zone(), actor });
      }),
    );
  };
  const access = { kind: 'read', read: 'approvals' } as const;
  return [
    defineRoute({
      method: 'get',
      path: '/approvals',
      summary: {
        zh: '要我批、要我答的，新的在前',
        en: 'Approvals and questions that ask me, the newest first',
      },
      access,
      query: approvalQuerySchema,
      answers: { 200: z.object({ items: z.array(approvalViewSchema), next: z.string().nullable() }) },
      async handle({ query, actor }) {
        const found = await readAsked(asked, query, actor);
        const page = found.slice(0, query.limit);
        const next = found.length > query.limit ? (page.at(-1)?._id ?? null) : null;
        return { body: { items: await viewsOf(page, actor), next } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/approvals/:id',
      summary: { zh: '一个审批或问题', en: 'One approval or question' },
      access,
      params: z.object({ id: z.string().min(1).max(80) }),
      answers: { 200: approvalViewSchema },
      async handle({ params: { id }, actor }) {
        const found = await asked.byId(id);
        if (found === null) throw notFound({ zh: '审批', en: 'approval' }, id);
        return { body: (await viewsOf([found], actor))[0]! };
      },
    }),
  ];
}

/**
 * One more than asked for, if there are more. What asks me is one range of an index for each thing I may be asked as; what is settled
 * was decided by anybody. Systems are asked nothing: a key that may read approvals reads all.
 */
async function readAsked(
  asked: RecordsPort<StoredAsking>,
  { scope, state, order, limit, cursor }: Query,
  actor: Actor,
): Promise<StoredAsking[]> {
  const below = cursor === undefined ? {} : { _id: { $lt: cursor } };
  const open = state === 'any' ? {} : { open: state === 'open' };
  const where = { ...open, ...(order === undefined ? {} : { order }), ...below };
  const page = { sort: { _id: -1 as const }, limit: limit + 1 };
  if (scope === 'sent') return asked.find({ 'requester.id': actor.id, ...where }, page);
  if (scope === 'all' || actor.kind !== 'person') return asked.find(where, page);
  const lists = await Promise.all(
    audiencesOf(actor).map((audience) => asked.find({ audience, ...where }, page)),
  );
  return lists
    .flat()
    .sort((a, b) => (a._id < b._id ? 1 : -1))
    .slice(0, limit + 1);
}
