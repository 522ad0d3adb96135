import { z } from 'zod';
import {
  auditEntrySchema,
  auditPersonSchema,
  type AuditEntryView,
} from '../../rules-library/contract/audit.ts';
import { timePrefix } from '../door/press-id.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import type { AuditEntry } from './audit-entry.ts';
import { buttonLabel, changesOf, roleLabels } from './audit-words.ts';
import { objectNames, targetsMeant } from './object-names.ts';
import { shownText } from './without-personal.ts';

const mostItems = 200;
const access = { kind: 'read', read: 'audit', roles: ['manager', 'steward', 'operations'] } as const;

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(mostItems).default(50),
  cursor: z.string().max(64).optional(),
  target: z.string().max(200).optional(),
  /** An order number, or the id of whatever was acted on. */
  object: z.string().trim().min(1).max(200).optional(),
  /** `person:ID`, `job:NAME` … */
  actor: z.string().max(200).optional(),
  command: z.string().max(64).optional(),
  /** `people`: only what people pressed. */
  by: z.enum(['people', 'all']).default('all'),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});

/** The audit, newest first, by person, button, object and time if wanted. Ids sort by time, so the cursor is the last id seen. */
export function auditRoutes(store: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/audit',
      summary: { zh: '留痕：谁在什么时候做了什么', en: 'Audit: who did what and when' },
      access,
      query: querySchema,
      answers: { 200: z.object({ items: z.array(auditEntrySchema), next: z.string().nullable() }) },
      async handle({ query }) {
        const found = (await store
          .collection('audit')
          .find((await whereOf(store, query)) as never)
          .sort({ _id: -1 })
          .limit(query.limit + 1)
          .toArray()) as unknown as AuditEntry[];
        const items = found.slice(0, query.limit);
        const objectOf = await objectNames(
          store,
          items.map(({ target }) => target),
        );
        return {
          body: {
            items: items.map((entry) => view(entry, objectOf(entry.target))),
            next: found.length > query.limit ? items.at(-1)!._id : null,
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/audit/people',
      summary: { zh: '可以按谁来查留痕', en: 'Whose presses can be looked for' },
      access,
      answers: { 200: z.object({ items: z.array(auditPersonSchema), next: z.null() }) },
      async handle() {
        const people = await records<{ _id: string; name: { zh: string; en: string } }>(store, 'people').find(
          {},
        );
        return {
          body: { items: people.map(({ _id, name }) => ({ actor: `person:${_id}`, name })), next: null },
        };
      },
    }),
  ];
}

async function whereOf(store: Store, query: z.output<typeof querySchema>): Promise<Record<string, unknown>> {
  const { target, object, actor, command, by, from, to, cursor } = query;
  const ids = {
    ...(from === undefined ? {} : { $gte: timePrefix('p', Date.parse(from)) }),
    ...(to === undefined ? {} : { $lt: timePrefix('p', Date.parse(to)) }),
  };
  const byPerson = by === 'people' || actor?.startsWith('person:') === true;
  return {
    ...(byPerson ? { actorKind: 'person' } : {}),
    ...(actor === undefined ? {} : { actor }),
    ...(command === undefined ? {} : { command }),
    ...(target === undefined ? {} : { target }),
    ...(object === undefined ? {} : { target: { $in: await targetsMeant(store, object) } }),
    ...(Object.keys(ids).length === 0 && cursor === undefined
      ? {}
      : { _id: { ...ids, ...before(cursor, ids.$lt) } }),
  };
}

/** Behind the cursor, which is never later than the end of the span asked for. */
function before(cursor: string | undefined, end: string | undefined): { $lt?: string } {
  if (cursor === undefined) return {};
  return { $lt: end === undefined || cursor < end ? cursor : end };
}

function view(entry: AuditEntry, object: AuditEntryView['object']): AuditEntryView {
  const { _id, at, refused, command, roles, seal, target, actor, actorName } = entry;
  const { reason, voucher, release, decision, text, before: old, after, sealed } = entry;
  return {
    id: _id,
    at: new Date(at).toISOString(),
    command,
    button: buttonLabel(command),
    target,
    object,
    actor,
    actorName,
    roles: roleLabels(roles),
    reason: reason === null ? null : shownText(reason),
    voucher: voucher === null ? null : shownText(voucher),
    release,
    decision,
    text: { zh: shownText(text.zh), en: shownText(text.en) },
    changes: changesOf(old, after),
    before: old,
    after,
    refused: refused !== null,
    sealed,
    seal: seal ?? null,
  };
}
