import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { joinSchema } from '../../rules-library/contract/people.ts';
import { sessionSchema, type setUpSchema, type signInSchema } from '../../rules-library/contract/session.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { nextAddress } from '../app/session.ts';
import { setZone } from '../design/zone.ts';

type Entry =
  | { path: '/session'; body: z.input<typeof signInSchema> }
  | { path: '/session/set-up'; body: z.input<typeof setUpSchema> }
  | { path: '/session/join'; body: z.input<typeof joinSchema> };

/** Signs in, makes the first person, or sets a password with a link, and goes where the person was going. */
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
