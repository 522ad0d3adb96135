import type { ApiClient } from './api.ts';

let keys = 0;

/** Reason and voucher of a change somebody asked for by telephone. */
export const byTelephone = { reason: '客户来电要求', voucher: 'TEL-20251212-07' };

/** Presses a button of an order over HTTP; every call a key of its own unless one is given. */
export async function pressOrder(
  client: ApiClient,
  name: string,
  order: string,
  {
    input = {},
    key = `key-${(keys += 1)}`,
    ...why
  }: { input?: object; key?: string; reason?: string; voucher?: string } = {},
): Promise<{ status: number; body: any }> {
  const body = { target: `order:${order}`, input, ...why };
  return client.send('POST', `/commands/${name}`, body, { 'idempotency-key': key });
}
