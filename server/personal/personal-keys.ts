import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Keys of personal data: one for the values, another for finding them. They never enter the store. */
export interface PersonalKeys {
  /** Name of the key pair, kept with every value, so that keys can be changed. */
  id: string;
  value: Buffer;
  index: Buffer;
}

const keyBytes = 32;
const fileSchema = z.object({
  id: z.string().min(1).max(40),
  value: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  index: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});

/**
 * Reads the key file, readable by its owner only; makes one where there is none. Several processes of one company share
 * the same file. Throws when the file cannot be used: without its keys, personal data stays unreadable for ever.
 */
export function openPersonalKeys(file: string): PersonalKeys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const made = {
      id: randomBytes(4).toString('hex'),
      value: randomBytes(keyBytes).toString('base64'),
      index: randomBytes(keyBytes).toString('base64'),
    };
    try {
      writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process that starts at the same moment has made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  chmodSync(file, 0o600);
  const read = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error('The key file of personal data is damaged. Restore it from a backup.');
  const { id, value, index } = read.data;
  return { id, value: Buffer.from(value, 'base64'), index: Buffer.from(index, 'base64') };
}
