import { parseCookie, stringifySetCookie } from 'cookie';

export const sessionCookie = 'sluice_session';

/** The session token in a `Cookie` header, if there is one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  if (header === undefined || header.length > 8192) return undefined;
  return parseCookie(header)[sessionCookie];
}

/** `Set-Cookie` for a new session, or for its end when `token` is null. */
export function writeSessionCookie(
  token: string | null,
  options: { secure: boolean; maxAgeSeconds: number },
): string {
  return stringifySetCookie({
    name: sessionCookie,
    value: token ?? '',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secure,
    path: '/',
    maxAge: token === null ? 0 : options.maxAgeSeconds,
  });
}
