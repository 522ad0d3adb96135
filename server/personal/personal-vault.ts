import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { PersonalKeys } from './personal-keys.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Seals personal data (AES-256-GCM) and makes keyed hashes to find it by. */
export class PersonalVault {
  private readonly keys: PersonalKeys;

  constructor(keys: PersonalKeys) {
    this.keys = keys;
  }

  /** `KEYID.BASE64` of random start, tag and cipher text. `about` binds the value to its document. */
  seal(value: unknown, about: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keys.value, iv);
    cipher.setAAD(Buffer.from(about));
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return `${this.keys.id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')}`;
  }

  /** The value again; throws when it was changed, moved to another document, or sealed by another key. */
  open(sealed: string, about: string): unknown {
    const dot = sealed.indexOf('.');
    if (sealed.slice(0, dot) !== this.keys.id) throw new Error('sealed by another key');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.keys.value, bytes.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  }

  /** Keyed hash: equal values of one kind meet, and nobody without the key can try numbers out. */
  index(kind: string, value: string): string {
    return createHmac('sha256', this.keys.index)
      .update(`${kind}\u0000${value}`)
      .digest('base64url')
      .slice(0, 32);
  }

  /** Says which keys a store was written with, without giving them away. */
  check(): string {
    return (
      this.index('check', this.keys.id) + createHmac('sha256', this.keys.value).update('check').digest('hex')
    );
  }
}
