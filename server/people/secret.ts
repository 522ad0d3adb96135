import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text for a cookie, a link or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. Plain SHA-256 is enough for 256 random bits: there is nothing to guess. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
