import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  homeSchema,
  type rehearsalControlSchema,
  rehearsalSchema,
} from '../../rules-library/contract/home.ts';
import type { z } from 'zod';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

const beat = { figures: 10_000, rehearsal: 2000, idle: 20_000 };

/** The figures of the first screen; live news has them read anew at once, the clock in between. */
export function useHome() {
  return useQuery({
    queryKey: queryKeys.home,
    queryFn: ({ signal }) => call({ path: '/home', answer: homeSchema, signal }),
    refetchInterval: beat.figures,
  });
}

/** The rehearsal of a demo store. */
export function useRehearsal(wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.rehearsal,
    queryFn: ({ signal }) => call({ path: '/rehearsal', answer: rehearsalSchema, signal }),
    enabled: wanted,
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' || state.data?.state === 'preparing' ? beat.rehearsal : beat.idle,
  });
}

/** Starts, pauses, goes on, ends, changes speed. */
export function useRehearsalControl() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof rehearsalControlSchema>) =>
      call({ method: 'POST', path: '/rehearsal', body, answer: rehearsalSchema }),
    onSuccess(rehearsal) {
      queryClient.setQueryData(queryKeys.rehearsal, rehearsal);
      void queryClient.invalidateQueries({ queryKey: queryKeys.home });
    },
  });
}
