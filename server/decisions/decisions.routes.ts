import { z } from 'zod';
import { decisionViewSchema, explanationViewSchema } from '../../rules-library/contract/orders.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { groupOf } from '../http/projection.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { ReleasesPort } from '../releases-port.ts';
import { records, type Store } from '../store/store.ts';
import { bodyOf, type DecisionBody, type StoredDecision } from './decision.ts';
import { decisionView } from './decision-view.ts';
import { explainDecision } from './explain-decision.ts';
import { contentsOf, factsOfContents } from './named-contents.ts';

const mostDecisions = 500;
const params = z.object({ id: z.string().min(1).max(64) });

interface DecisionRoutesOptions {
  store: Store;
  releases: ReleasesPort;
  zone: () => string;
}

/** Reading decisions, and why they came out as they did. */
export function decisionRoutes({ store, releases, zone }: DecisionRoutesOptions): Route[] {
  const decisions = records<StoredDecision>(store, 'decisions');
  return [
    defineRoute({
      method: 'get',
      path: '/orders/:id/decisions',
      summary: { zh: '一张订单的判定，早的在前', en: 'Decisions about an order, oldest first' },
      access: { kind: 'read', read: 'orders' },
      params,
      answers: { 200: z.object({ items: z.array(decisionViewSchema), next: z.string().nullable() }) },
      async handle({ params: { id } }) {
        const order = await records<{ _id: string }>(store, 'orders').byId(id);
        if (order === null) throw notFound({ zh: '订单', en: 'order' }, id);
        const found = await decisions.find(
          { subject: `order:${id}` },
          { sort: { _id: 1 }, limit: mostDecisions },
        );
        const items = await Promise.all(
          found.map(async (decision) => decisionView(decision, await releases.get(decision.release))),
        );
        return { body: { items, next: null } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/decisions/:id/explanation',
      summary: { zh: '为什么这样判定', en: 'Why it was decided so' },
      access: { kind: 'read', read: 'decisions' },
      params,
      answers: { 200: explanationViewSchema },
      async handle({ params: { id }, hidden }) {
        const decision = await decisions.byId(id);
        const release = decision === null ? null : await releases.get(decision.release);
        if (decision === null || release === null) throw notFound({ zh: '判定', en: 'decision' }, id);
        const body = bodyOf(decision);
        const { facts, names } = await withLists(store, body);
        const rules = explainDecision({
          release,
          facts,
          zone: zone(),
          nameOfList: (list) => names.get(list),
          isHidden: (fact) => {
            const group = groupOf(fact);
            return group !== undefined && hidden.has(group);
          },
        });
        return { body: { decision: id, release: release.number, rules } };
      },
    }),
  ];
}

/** The facts again as they were decided on: with what lists and tables held then, and what the lists are called now. */
async function withLists(
  store: Store,
  { facts, lists, tables = [] }: DecisionBody,
): Promise<{ facts: DecisionBody['facts']; names: Map<string, Text> }> {
  if (lists.length + tables.length === 0) return { facts, names: new Map() };
  const [contents, stored] = await Promise.all([
    records<{ _id: string; entries: unknown[] }>(store, 'listContents').byIds(
      [...lists, ...tables].map(({ hash }) => hash),
    ),
    records<{ _id: string; item: { name?: string | Text } }>(store, 'lists').byIds(lists.map(({ id }) => id)),
  ]);
  const entries = new Map(contents.map((content) => [content._id, content.entries]));
  const read = contentsOf({ lists, tables }, entries);
  const names = stored.flatMap(({ _id, item: { name } }) =>
    name === undefined ? [] : [[_id, typeof name === 'string' ? { zh: name, en: name } : name] as const],
  );
  return { facts: { ...facts, ...factsOfContents(read) }, names: new Map(names) };
}
