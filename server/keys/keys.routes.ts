import { z } from 'zod';
import { keyRequestSchema, keySchema, newKeySchema } from '../../rules-library/contract/session.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RecordsPort } from '../store/store.ts';
import { keyOfSecret, newSecret } from '../people/secret.ts';
import { keyView, type StoredKey } from './key.ts';

/** Keys for systems: list, make, revoke. */
export function keyRoutes(door: Door, records: RecordsPort<StoredKey>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/keys',
      summary: { zh: '系统密钥', en: 'Keys for systems' },
      access: { kind: 'read', read: 'keys', buttons: ['create-key', 'revoke-key'] },
      answers: { 200: z.object({ items: z.array(keySchema), next: z.null() }) },
      async handle() {
        const keys = await records.find({}, { sort: { createdAt: -1 }, limit: 500 });
        return { body: { items: keys.map(keyView), next: null } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/keys',
      summary: { zh: '新建密钥，只显示一次', en: 'Make a key; its secret is shown once' },
      access: { kind: 'command', command: 'create-key' },
      body: keyRequestSchema,
      answers: { 201: newKeySchema },
      async handle({ body: { reason, voucher, ...input }, actor }) {
        const secret = `slk_${newSecret()}`;
        const { result } = answerOf(
          await door.execute({ name: 'create-key', input, reason, voucher, key: keyOfSecret(secret) }, actor),
        );
        const key = await records.byId(String(result.key));
        if (key === null) throw new Error('a key that was just made is not in the store');
        return { status: 201, body: { ...keyView(key), secret } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/keys/:id',
      summary: { zh: '停用密钥', en: 'Revoke a key' },
      access: { kind: 'command', command: 'revoke-key' },
      params: z.object({ id: z.string().max(64) }),
      answers: { 200: keySchema },
      async handle({ params, actor }) {
        answerOf(await door.execute({ name: 'revoke-key', input: { key: params.id } }, actor));
        const key = await records.byId(params.id);
        if (key === null) throw notFound({ zh: '密钥', en: 'key' }, params.id);
        return { body: keyView(key) };
      },
    }),
  ];
}
