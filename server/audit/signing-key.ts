import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { canonicalJson } from '../canonical.ts';

/** The key checkpoints and files of the audit are signed with (Ed25519); made where there is none. */
export function openSigningKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    try {
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process that starts at the same moment has made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return createPrivateKey(readFileSync(file));
}

/** Signs plain data by its canonical JSON; base64. The same data and key give the same signature. */
export function signData(key: KeyObject, data: unknown): string {
  return sign(null, Buffer.from(canonicalJson(data)), key).toString('base64');
}

/** Whether this key signed this data. */
export function isSigned(key: KeyObject, data: unknown, signature: string): boolean {
  const publicKey = createPublicKey(key);
  return verify(null, Buffer.from(canonicalJson(data)), publicKey, Buffer.from(signature, 'base64'));
}
