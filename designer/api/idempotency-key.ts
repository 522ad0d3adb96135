/** A key for one intent of a person. Kept over retries, so that a press takes effect once. Works without https too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return `screen-${btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}`;
}
