import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { sessionSchema, type setUpSchema, type signInSchema } from '../../rules-library/contract/session.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { nextAddress } from '../app/session.ts';
import { setZone } from '../design/zone.ts';

type Entry =
  | { path: '/session'; body: z.input<typeof signInSchema> }
  | { path: '/session/set-up'; body: z.input<typeof setUpSchema> };

/** Signs in, or makes the first person, and goes where the person was going. */
export function useSignIn() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: ({ path, body }: Entry) => call({ method: 'POST', path, body, answer: sessionSchema }),
    async onSuccess(session) {
      queryClient.clear();
      setZone(session.company.zone);
      queryClient.setQueryData(queryKeys.session, session);
      await navigate(nextAddress(search.get('next')), { replace: true });
    },
  });
}
