import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { redirect } from 'react-router';
import { sessionSchema, type Session } from '../../rules-library/contract/session.ts';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { setZone } from '../design/zone.ts';

/** Who is signed in on this screen, and what they may press. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: async ({ signal }) => {
    const session = await call({ path: '/session', answer: sessionSchema, signal });
    setZone(session.company.zone);
    return session;
  },
  staleTime: 60_000,
});

/** Where to sign in, coming back here afterwards. */
export function signInAddress(from: string): string {
  return from === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`;
}

/** Only addresses of this site are come back to. */
export function nextAddress(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

/** Lets nobody past who is not signed in. */
export async function requireSession(queryClient: QueryClient, request: Request): Promise<Session> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const { pathname, search } = new URL(request.url);
    // The router understands a thrown redirect.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect(signInAddress(pathname + search));
  }
}

/** The session of a signed-in screen. Only inside the shell, whose guard has read it. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) throw new Error('useSession is for screens inside the shell');
  return data;
}

/** Whether this person has a button. */
export function useMayPress(name: string): boolean {
  return useSession().buttons.includes(name);
}
