import { queryOptions, useQuery } from '@tanstack/react-query';
import { approvalViewSchema } from '../../rules-library/contract/approvals.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';

/** `mine`: what waits for me · `sent`: what I asked for · `open`: all that waits for anybody · `settled`: what became of the rest. */
export type Shown = 'mine' | 'sent' | 'open' | 'settled';

const answer = listAnswer(approvalViewSchema);
const queries: Record<Shown, { scope: string; state: string }> = {
  mine: { scope: 'mine', state: 'open' },
  sent: { scope: 'sent', state: 'any' },
  open: { scope: 'all', state: 'open' },
  settled: { scope: 'all', state: 'settled' },
};

const inboxQuery = (shown: Shown) =>
  queryOptions({
    queryKey: [...queryKeys.approvals, shown],
    queryFn: ({ signal }) =>
      call({ path: '/approvals', query: { ...queries[shown], limit: 100 }, answer, signal }),
    staleTime: 10_000,
  });

/** Approvals and questions, kept fresh by live news. */
export function useInbox(shown: Shown) {
  return useQuery(inboxQuery(shown));
}

/** How many things wait for me that I may decide now. */
export function useAskingMe(): number {
  const { data } = useQuery(inboxQuery('mine'));
  return data?.items.filter(({ mine, why }) => mine && why === null).length ?? 0;
}
