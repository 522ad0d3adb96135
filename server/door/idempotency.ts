import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import type { Executed } from './door.ts';
import type { Refusal, StoredDocument } from './handler.ts';

export const keptMs = 7 * 24 * 3_600_000;

export interface StoredAnswer extends StoredDocument {
  fingerprint: string;
  command: string;
  press: string;
  answer: Executed;
  at: number;
  expiresAt: Date;
}

/** What makes two presses of one key the same: command, target, input, reason and voucher, whatever the order of fields. */
export function fingerprintOf(
  command: string,
  target: string | undefined,
  input: unknown,
  { reason, voucher }: { reason?: string; voucher?: string } = {},
): string {
  return createHash('sha256')
    .update(canonicalJson([command, target ?? null, input ?? null, reason ?? null, voucher ?? null]))
    .digest('base64url');
}

/** Keys are their sender's own. */
export function recordId(actor: string, key: string): string {
  return `${actor}|${key}`;
}

export const keyReused: Refusal['refused'] = {
  code: 'key-reused',
  message: {
    zh: '这个 Idempotency-Key 已用于另一个内容不同的请求，请换一个',
    en: 'This Idempotency-Key was used for another request with other content; use a new one',
  },
};

export const inFlight: Refusal['refused'] = {
  code: 'in-flight',
  message: {
    zh: '同一个请求正在处理，请稍后再问结果',
    en: 'The same request is being worked on; ask again in a moment',
  },
};
