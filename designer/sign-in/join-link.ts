/** Who sets a password, and the token that lets them. */
export interface JoinLink {
  username: string;
  token: string;
}

/** The address for a new person. Behind the `#` it stays in the browser: no server or proxy in between writes it down. */
export function joinLink(origin: string, { username, token }: JoinLink): string {
  return `${origin}/join#${new URLSearchParams({ username, token }).toString()}`;
}

/** What stands behind the `#`; undefined for a link that is not complete. */
export function readJoinLink(hash: string): JoinLink | undefined {
  const read = new URLSearchParams(hash.replace(/^#/, ''));
  const username = read.get('username') ?? '';
  const token = read.get('token') ?? '';
  return username === '' || token === '' ? undefined : { username, token };
}
