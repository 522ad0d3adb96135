import { defineHandler } from '../door/handler.ts';
import type { StoredKey } from './key.ts';

/** Revokes a key at once; revoking it again changes nothing. */
export const revokeKeyHandler = defineHandler<{ key: string }>({
  name: 'revoke-key',
  needs: (press) => [{ collection: 'keys', ids: [press.input.key] }],
  plan(press, state) {
    const key = state.get<StoredKey>('keys', press.input.key);
    if (key === undefined) {
      return {
        refused: {
          code: 'not-found',
          path: 'key',
          message: { zh: '没有这个密钥。', en: 'There is no such key.' },
        },
      };
    }
    const text = { zh: `密钥「${key.name}」已停用`, en: `Key "${key.name}" is revoked` };
    const signals = [{ name: 'key.revoked', data: { key: key._id } }];
    if (key.revokedAt !== null) return { changes: [], result: { key: key._id }, text, signals };
    return {
      changes: [{ put: 'keys', document: { ...key, revokedAt: state.now, revokedBy: press.actor.id } }],
      result: { key: key._id },
      text,
      signals,
      audit: { before: { revoked: false }, after: { revoked: true } },
    };
  },
});
