import { useQuery } from '@tanstack/react-query';
import { eachRunSchema } from '../../rules-library/contract/each.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';

const answer = listAnswer(eachRunSchema);
const whileRunningMs = 2000;

/** Long work with its progress, the newest first; read again and again while any is going on. */
export function useTasks() {
  return useQuery({
    queryKey: queryKeys.tasks,
    queryFn: ({ signal }) => call({ path: '/each-runs', query: { limit: 50 }, answer, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ endedAt }) => endedAt === null) === true ? whileRunningMs : false,
  });
}
