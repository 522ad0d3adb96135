import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: equal content gives equal text whatever the order of keys. */
export function canonicalJson(content: unknown): string {
  return canonicalize(content) ?? 'null';
}

/** SHA-256 over RFC 8785 canonical JSON, hex. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
