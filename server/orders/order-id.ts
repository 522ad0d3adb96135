import { createHash } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const bytes = 16;

/** The id of an order, made from what it is: once per channel and number, for ever. 26 characters of base 32. */
export function orderId(channel: string, externalId: string): string {
  const hash = createHash('sha256').update(`${channel}\u0000${externalId}`).digest().subarray(0, bytes);
  let id = '';
  let held = 0;
  let bits = 0;
  for (const byte of hash) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? id : id + alphabet[(held << (5 - bits)) & 31];
}
