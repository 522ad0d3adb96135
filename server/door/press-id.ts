import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** How ids made at this moment begin: later ones sort behind it. */
export function timePrefix(prefix: string, at: number): string {
  let time = '';
  let left = at;
  for (let digit = 0; digit < 9; digit++) {
    time = alphabet[left % 32]! + time;
    left = Math.floor(left / 32);
  }
  return `${prefix}${time}`;
}

/** A new id that sorts by time: 9 characters of milliseconds, 11 of chance, base 32. */
export function timedId(prefix: string, now: number): string {
  let chance = '';
  for (const byte of randomBytes(11)) chance += alphabet[byte % 32];
  return `${timePrefix(prefix, now)}${chance}`;
}
