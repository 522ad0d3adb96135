import { randomBytes } from 'node:crypto';
import type { ApiClient } from './api.ts';

/** Reason and voucher, for buttons that ask for them. */
export const because = { reason: 'asked by telephone', voucher: 'T-1' };

/** Presses a button under a key of its own. */
export function press(client: ApiClient, name: string, body: object): ReturnType<ApiClient['send']> {
  return client.send('POST', `/commands/${name}`, body, {
    'idempotency-key': randomBytes(9).toString('hex'),
  });
}

/** Presses a button that has to work. */
export async function pressed(client: ApiClient, name: string, body: object): Promise<any> {
  const answer = await press(client, name, body);
  if (answer.status !== 200)
    throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body.error)}`);
  return answer.body;
}

/** Waits until something is so; throws after this many milliseconds. */
export async function within(ms: number, done: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Reason and voucher of a change somebody asked for by telephone. */
export const byTelephone = { reason: '客户来电要求', voucher: 'TEL-20251212-07' };

/** Presses a button of an order over HTTP; every call a key of its own unless one is given. */
export async function pressOrder(
  client: ApiClient,
  name: string,
  order: string,
  {
    input = {},
    key = randomBytes(9).toString('hex'),
    ...why
  }: { input?: object; key?: string; reason?: string; voucher?: string } = {},
): Promise<{ status: number; body: any }> {
  const body = { target: `order:${order}`, input, ...why };
  return client.send('POST', `/commands/${name}`, body, { 'idempotency-key': key });
}
