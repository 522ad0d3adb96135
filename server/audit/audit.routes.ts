import { z } from 'zod';
import { auditEntrySchema } from '../../rules-library/contract/audit.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import type { AuditEntry } from './audit-entry.ts';

const mostItems = 200;

/** The audit, newest first, by target if wanted. Ids sort by time, so the cursor is the last id seen. */
export function auditRoutes(store: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/audit',
      summary: { zh: '留痕：谁在什么时候做了什么', en: 'Audit: who did what and when' },
      access: { kind: 'read', read: 'audit', roles: ['manager', 'steward', 'operations'] },
      query: z.object({
        limit: z.coerce.number().int().min(1).max(mostItems).default(50),
        cursor: z.string().max(64).optional(),
        target: z.string().max(200).optional(),
      }),
      answers: { 200: z.object({ items: z.array(auditEntrySchema), next: z.string().nullable() }) },
      async handle({ query }) {
        const filter = {
          ...(query.target === undefined ? {} : { target: query.target }),
          ...(query.cursor === undefined ? {} : { _id: { $lt: query.cursor } }),
        };
        const found = (await store
          .collection('audit')
          .find(filter as never)
          .sort({ _id: -1 })
          .limit(query.limit + 1)
          .toArray()) as unknown as AuditEntry[];
        const items = found.slice(0, query.limit);
        return {
          body: { items: items.map(view), next: found.length > query.limit ? items.at(-1)!._id : null },
        };
      },
    }),
  ];
}

function view(entry: AuditEntry): z.output<typeof auditEntrySchema> {
  const {
    _id,
    at,
    refused,
    command,
    target,
    actor,
    actorName,
    reason,
    voucher,
    decision,
    text,
    before,
    after,
    sealed,
  } = entry;
  return {
    id: _id,
    at: new Date(at).toISOString(),
    command,
    target,
    actor,
    actorName,
    reason,
    voucher,
    decision,
    text,
    before,
    after,
    refused: refused !== null,
    sealed,
  };
}
