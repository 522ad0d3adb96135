import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text for a cookie, a link or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. Plain SHA-256 is enough for 256 random bits: there is nothing to guess. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * A new secret goes through the door as the press's idempotency key, and as a hash: neither the store nor a repeated answer
 * ever holds it.
 */
export function keyOfSecret(secret: string): string {
  return `secret:${secretHash(secret)}`;
}

/** The hash a route handed on with `keyOfSecret`; undefined for a press that came another way. */
export function hashOfKey(key: string | null): string | undefined {
  return /^secret:([0-9a-f]{64})$/.exec(key ?? '')?.[1];
}
