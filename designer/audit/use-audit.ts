import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  auditEntrySchema,
  auditPersonSchema,
  auditVerificationSchema,
  type AuditEntryView,
} from '../../rules-library/contract/audit.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { companyZone } from '../design/zone.ts';
import { auditQuery, auditSearchOf, type AuditFilter } from './audit-filter.ts';

export const entriesPerPage = 50;
const mostInFile = 2000;
const entries = listAnswer(auditEntrySchema);
const people = listAnswer(auditPersonSchema);

function readPage(filter: AuditFilter, limit: number, cursor: string | undefined, signal?: AbortSignal) {
  const query = { ...auditQuery(filter, companyZone()), limit, cursor };
  return call({ path: '/audit', query, answer: entries, ...(signal && { signal }) });
}

/** The entries of a filter, page by page, the newest first. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: [...queryKeys.audit, 'list', auditSearchOf(filter).toString()],
    queryFn: ({ pageParam, signal }) => readPage(filter, entriesPerPage, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Every entry of a filter for a file, at most 2,000; `complete` says whether that was all. */
export async function readForFile(
  filter: AuditFilter,
): Promise<{ items: AuditEntryView[]; complete: boolean }> {
  const items: AuditEntryView[] = [];
  for (let cursor: string | undefined; items.length < mostInFile;) {
    const page = await readPage(filter, 200, cursor);
    items.push(...page.items);
    if (page.next === null) return { items, complete: true };
    cursor = page.next;
  }
  return { items, complete: false };
}

/** Whose presses can be looked for. */
export function useAuditPeople() {
  return useQuery({
    queryKey: [...queryKeys.audit, 'people'],
    queryFn: ({ signal }) => call({ path: '/audit/people', answer: people, signal }),
    staleTime: 60_000,
  });
}

/** Whether the audit is as it was written. Looked at once; again when asked. */
export function useVerification(enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.audit, 'verification'],
    queryFn: ({ signal }) => call({ path: '/audit/verification', answer: auditVerificationSchema, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}
