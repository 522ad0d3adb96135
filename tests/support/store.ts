import { randomBytes } from 'node:crypto';

/** The shared store's address with another database's name in its place. */
export function uriFor(database: string): string {
  const uri = process.env.MONGODB_URI;
  if (!uri) throw new Error('MONGODB_URI is not set: the global set-up starts the store');
  const [base, query] = uri.split('?', 2) as [string, string | undefined];
  const hosts = /^mongodb(?:\+srv)?:\/\/[^/]+/.exec(base)?.[0];
  if (!hosts) throw new Error(`MONGODB_URI is no address of a MongoDB server: ${uri}`);
  return `${hosts}/${database}${query === undefined ? '' : `?${query}`}`;
}

/** The shared store's address with a database of its own: nothing in it, and no other test uses it. */
export function testUri(): string {
  return uriFor(`test-${randomBytes(8).toString('hex')}`);
}
