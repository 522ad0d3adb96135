import { useQuery } from '@tanstack/react-query';
import { reasonsSchema } from '../../rules-library/contract/reasons.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

const none: readonly Text[] = [];

/** The reasons to choose from for a button; none until they are there, for writing one goes without. */
export function useReasons(command: string, wanted: boolean): readonly Text[] {
  const { data } = useQuery({
    queryKey: queryKeys.reasons(command),
    queryFn: ({ signal }) => call({ path: '/reasons', query: { command }, answer: reasonsSchema, signal }),
    enabled: wanted,
    staleTime: 60_000,
  });
  return data?.items ?? none;
}
