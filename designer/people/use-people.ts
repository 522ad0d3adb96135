import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  personViewSchema,
  setUpLinkSchema,
  signInViewSchema,
  type personInputSchema,
  type reasonedSchema,
} from '../../rules-library/contract/people.ts';
import { call, path } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';

const peopleAnswer = listAnswer(personViewSchema);
const signInsAnswer = listAnswer(signInViewSchema);
type Reasoned = z.input<typeof reasonedSchema>;

/** Everybody who may sign in, or might again. */
export function usePeople(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.people,
    queryFn: ({ signal }) => call({ path: '/people', answer: peopleAnswer, signal }),
    enabled,
  });
}

/** Where a person is signed in now. */
export function useSignIns(person: string) {
  return useQuery({
    queryKey: queryKeys.signIns(person),
    queryFn: ({ signal }) => call({ path: path`/people/${person}/sessions`, answer: signInsAnswer, signal }),
  });
}

/** Adds a person, or gives one a new link; either answers the link, once. */
export function useSetUpLink() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (
      asked: { add: z.input<typeof personInputSchema> & Reasoned } | { renew: string; why: Reasoned },
    ) =>
      'add' in asked
        ? call({ method: 'POST', path: '/people', body: asked.add, answer: setUpLinkSchema })
        : call({
            method: 'POST',
            path: path`/people/${asked.renew}/set-up-link`,
            body: asked.why,
            answer: setUpLinkSchema,
          }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.people }),
  });
}
