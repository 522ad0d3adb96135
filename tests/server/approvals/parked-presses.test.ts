import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import type { DrawnFlow } from '../../support/flows.ts';
import { because, press as pressOn, pressOrder, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { gateFlow } from '../../support/stage-flows.ts';

let server: TestServer & { dataDir: string };
let people: Record<'operations' | 'manager' | 'sales' | 'approver' | 'finance' | 'steward', ApiClient>;
let channel: ApiClient & { id: string };

const two = [
  { id: 'first', who: { role: 'approver' }, within: 240 },
  { id: 'second', who: { role: 'finance' }, within: 240 },
];
const one = two.slice(0, 1);
const above = (fen: number) => ({ all: [{ fact: 'order.total', operator: 'greaterThan', value: fen }] });

async function publish(client: ApiClient, flows: DrawnFlow[]): Promise<void> {
  for (const flow of flows) {
    const saved = await client.send('POST', '/flows', { flow });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  }
  const published = await client.send('POST', '/releases', {});
  expect(published.status, JSON.stringify(published.body)).toBe(201);
}

beforeAll(async () => {
  server = await startServer();
  const names = ['operations', 'manager', 'sales', 'approver', 'finance', 'steward'] as const;
  people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await server.signIn(name)])),
  ) as typeof people;
  channel = await server.key(['ingest-order', 'record-event', 'ask-gate']);
  await publish(people.operations, [
    gateFlow('amounts', ['change-amount'], above(100), { approval: two }),
    gateFlow('never', ['change-amount'], above(900_000), { deny: '太大了' }),
    gateFlow('address', ['change-address'], above(100), { approval: one }),
    gateFlow('tags', ['set-tag'], above(100), { approval: one, ports: true }),
    gateFlow('tags-too', ['set-tag'], above(500_000), { approval: two.slice(1) }),
    gateFlow('cancels', ['cancel-order'], above(100), { approval: one }),
    gateFlow('ships', ['ship'], above(100), { approval: one }),
  ]);
}, 30_000);
afterAll(() => server.close());

let count = 0;
async function order(unitPrice = 50_000): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `PP-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ lineId: '1', sku: 'BRK-1', quantity: 1, unitPrice }],
  });
  return sent.body.results[0].id;
}
const look = async (id: string): Promise<any> => (await people.operations.get(`/orders/${id}`)).body;
const asking = async (id: string, client = people.approver): Promise<any> =>
  (await client.get(`/approvals?scope=all&order=${id}`)).body.items[0];
const decide = (client: ApiClient, name: string, { id, plan }: any, more: object = {}) =>
  pressOn(client, name, { target: `approval:${id}`, input: { plan }, ...more });
const historyOf = async (id: string): Promise<any[]> =>
  (await people.operations.get(`/orders/${id}/timeline`)).body.items;
const discounted = (id: string, discount = 2000, key?: string) =>
  pressOrder(people.manager, 'change-amount', id, {
    input: { discount },
    ...because,
    ...(key === undefined ? {} : { key }),
  });

describe('an approval under a gate', () => {
  test('parks the press: nothing changes, the order waits, and a repeat gets the same answer', async () => {
    const id = await order();
    const parked = await discounted(id, 2000, 'parked-1');
    expect(parked.status, JSON.stringify(parked.body)).toBe(202);
    expect(parked.body).toEqual({
      pending: { approval: expect.any(String) },
      text: { zh: expect.stringContaining('等审批'), en: expect.stringContaining('awaits approval') },
      press: expect.any(String),
    });
    expect(await look(id)).toMatchObject({ discount: 0, holds: [{ code: 'awaiting-approval' }] });
    const again = await discounted(id, 2000, 'parked-1');
    expect([again.status, again.body]).toEqual([202, parked.body]);
    const twice = await discounted(id);
    expect(twice.status).toBe(409);
    expect(twice.body.error.message.zh).toContain('已经在等审批');
  });

  test('approved by two people it takes effect once, as whoever pressed it, with their reason', async () => {
    const id = await order();
    const { body } = await discounted(id);
    const asked = await asking(id);
    expect(asked).toMatchObject({
      id: body.pending.approval,
      mine: true,
      requester: { zh: expect.any(String) },
      parked: { command: 'change-amount', target: `order:${id}`, asked: false, ...because },
    });
    expect(asked.parked.changes).toContainEqual(
      expect.objectContaining({
        after: { zh: '¥20', en: '¥20' },
        label: expect.objectContaining({ zh: '优惠金额' }),
      }),
    );
    expect((await decide(people.manager, 'approve', asked)).status).toBe(409);
    expect((await decide(people.approver, 'approve', asked)).status).toBe(200);
    expect((await look(id)).discount).toBe(0);
    expect((await decide(people.approver, 'approve', asked)).status).toBe(409);
    const last = await decide(people.finance, 'approve', asked);
    expect(last.status, JSON.stringify(last.body)).toBe(200);
    expect(last.body.text.zh).toContain('「修改金额」已生效');
    expect(await look(id)).toMatchObject({ discount: 2000, holds: [] });
    expect((await decide(people.finance, 'approve', asked)).status).toBe(409);
    const changed = (await historyOf(id)).filter(({ type }) => type === 'order.changed');
    expect(changed).toMatchObject([{ actor: 'person:manager', ...because }]);
    const audit = (await people.manager.get(`/audit?target=order:${id}`)).body.items;
    const entries = audit.filter(
      ({ command, actor }: any) => command === 'change-amount' && actor === 'person:manager',
    );
    // Parked, then pressed.
    expect(entries).toHaveLength(2);
    const gates = (await people.operations.get(`/orders/${id}/decisions`)).body.items.filter(
      ({ event }: any) => event === 'gate.change-amount',
    );
    expect(gates).toHaveLength(1);
  });

  test('rejected or late it is refused, and whoever pressed it hears of it', async () => {
    const [no, late] = [await order(), await order()];
    await discounted(no);
    expect((await decide(people.approver, 'reject', await asking(no), because)).status).toBe(200);
    expect(await look(no)).toMatchObject({ discount: 0, holds: [] });
    expect((await historyOf(no)).at(-1)?.text.zh ?? '').toMatch(/没有生效|预警/);
    const { body } = await discounted(late);
    await server.app.store
      .collection('timers')
      .updateMany({ of: body.pending.approval }, { $set: { due: 1 } });
    await within(5000, async () => (await look(late)).holds.length === 0);
    expect((await look(late)).discount).toBe(0);
    const told = (await people.manager.get('/alerts?limit=200')).body.items;
    for (const id of [no, late])
      expect(told.find(({ subject }: any) => subject?.id === id)?.text.zh).toContain('没有生效');
    const sent = (await people.manager.get('/approvals?scope=sent&state=any')).body.items;
    const states = new Map(sent.map(({ subject, state }: any) => [subject.id, state]));
    expect([states.get(no), states.get(late)]).toEqual(['rejected', 'timedOut']);
    expect((await people.sales.get('/approvals?scope=sent&state=any')).body.items).toEqual([]);
  });

  test('a denial beats it, and nothing is asked', async () => {
    const id = await order(950_000);
    const denied = await discounted(id);
    expect(denied.status).toBe(409);
    expect(denied.body.error.details.reasons).toMatchObject([{ rule: 'never/no' }]);
    expect(await asking(id)).toBeUndefined();
  });

  test('an order changed meanwhile asks again, and what is now seen is what takes effect', async () => {
    const id = await order();
    await discounted(id, 1000);
    const first = await asking(id);
    await decide(people.approver, 'approve', first);
    const moved = await pressOrder(people.sales, 'change-lines', id, {
      input: { lines: [{ lineId: '1', sku: 'BRK-1', quantity: 3 }] },
      ...because,
    });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    const again = await asking(id);
    expect(again).toMatchObject({ round: 2, steps: [{ state: 'open' }, { state: 'waiting' }] });
    expect(again.parked.changes).toMatchObject([{ before: null, after: { zh: '¥10' } }]);
    expect((await decide(people.approver, 'approve', first)).status).toBe(409);
    await decide(people.approver, 'approve', again);
    expect((await decide(people.finance, 'approve', again)).status).toBe(200);
    expect(await look(id)).toMatchObject({ discount: 1000, lines: [{ quantity: 3 }] });
  });

  test('cancelled or closed, its order takes the press with it', async () => {
    const id = await order();
    await discounted(id);
    const asked = await asking(id);
    const cancel = await pressOrder(people.sales, 'cancel-order', id, because);
    expect(cancel.status).toBe(202);
    const other = (await people.approver.get(`/approvals?scope=all&order=${id}`)).body.items.find(
      ({ parked }: any) => parked.command === 'cancel-order',
    );
    expect((await decide(people.approver, 'approve', other)).status).toBe(200);
    expect(await look(id)).toMatchObject({ state: 'cancelled', discount: 0, holds: [] });
    expect((await decide(people.approver, 'approve', asked)).status).toBe(409);
    expect(await server.app.store.collection('timers').countDocuments({ of: asked.id })).toBe(0);
  });

  test('a press that cannot be any more says so, and one of somebody gone is not made', async () => {
    const [gone, orphan] = [await order(), await order()];
    expect((await pressOrder(people.sales, 'cancel-order', gone, because)).status).toBe(202);
    const shipped = await channel.send('POST', '/events', {
      type: 'order.shipped',
      id: 'e-shipped',
      occurredAt: new Date().toISOString(),
      data: { order: gone },
    });
    expect(shipped.status, JSON.stringify(shipped.body)).toBe(201);
    const done = await decide(people.approver, 'approve', await asking(gone));
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body.text.zh).toContain('没能生效');
    expect(await look(gone)).toMatchObject({ state: 'shipped', holds: [] });
    expect((await historyOf(gone)).some(({ type }) => type === 'press-refused')).toBe(true);

    const leaving = await server.key(['set-tag']);
    expect((await pressOrder(leaving, 'set-tag', orphan, { input: { tag: 'x' } })).status).toBe(202);
    const revoked = await people.steward.send('DELETE', `/keys/${leaving.id}`, because);
    expect(revoked.status, JSON.stringify(revoked.body)).toBe(200);
    const none = await decide(people.approver, 'approve', await asking(orphan));
    expect(none.body.text.zh).toContain('已经不能按');
    expect((await look(orphan)).tags).toEqual(['tags-approved']);
  });

  test('personal data in it is sealed while it waits and gone afterwards', async () => {
    const id = await order();
    const phone = '13912345678';
    const shipTo = { province: '江苏', city: '苏州', street: '秘密路 9 号', contact: '王小明', phone };
    const parked = await pressOrder(people.sales, 'change-address', id, { input: { shipTo }, ...because });
    expect(parked.status, JSON.stringify(parked.body)).toBe(202);
    const stored = () =>
      server.app.store.collection('approvals').findOne({ _id: parked.body.pending.approval } as never);
    const waiting = (await stored()) as any;
    expect(waiting.parked.sealed).toEqual(expect.any(String));
    for (const secret of [phone, '秘密路', '王小明']) expect(JSON.stringify(waiting)).not.toContain(secret);
    const seen = JSON.stringify(await asking(id));
    for (const secret of [phone, '秘密路', '王小明']) expect(seen).not.toContain(secret);
    await decide(people.approver, 'approve', await asking(id));
    expect((await look(id)).shipTo).toMatchObject({ city: '苏州' });
    expect(((await stored()) as any).parked.sealed).toBeNull();
  });

  test('several approvals are asked one after another; what is drawn behind one follows', async () => {
    const id = await order(600_000);
    const parked = await pressOrder(people.operations, 'set-tag', id, { input: { tag: 'wanted' } });
    expect(parked.status).toBe(202);
    const first = await asking(id);
    await decide(people.approver, 'approve', first);
    expect((await look(id)).tags).toEqual(['tags-approved']);
    const second = await asking(id);
    expect(second.id).not.toBe(first.id);
    expect((await decide(people.finance, 'approve', second)).status).toBe(200);
    expect((await look(id)).tags.toSorted()).toEqual(['tags-approved', 'wanted']);
    expect((await look(id)).holds).toEqual([]);
  });

  test('survives its process: another one presses it once', async () => {
    const id = await order();
    await pressOrder(people.operations, 'set-tag', id, { input: { tag: 'later' } });
    const second = await startServer({ uri: server.uri, dataDir: server.dataDir });
    try {
      const there = await second.signIn('approver');
      const asked = await asking(id);
      const both = await Promise.all([
        decide(there, 'approve', asked),
        decide(people.approver, 'approve', asked),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    } finally {
      await second.close();
    }
    expect((await look(id)).tags.filter((tag: string) => tag === 'later')).toEqual(['later']);
    expect(
      (await historyOf(id)).filter(
        ({ actor, text }) => actor === 'person:operations' && text.zh.includes('later'),
      ),
    ).toHaveLength(1);
  });
});

describe('asking ahead', () => {
  test('answers that an approval is pending, once; approved, it may pass until what was approved changes', async () => {
    const id = await order();
    const ask = () => channel.send('POST', '/gates/ship', { target: `order:${id}` });
    const first = await ask();
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body).toMatchObject({
      allow: false,
      pending: { approval: expect.any(String) },
      reasons: [{ code: 'awaiting-approval' }],
    });
    expect((await ask()).body.pending).toEqual(first.body.pending);
    const asked = await asking(id);
    expect(asked.parked).toMatchObject({ command: 'ship', asked: true });
    expect((await decide(people.approver, 'approve', asked)).status).toBe(200);
    expect((await ask()).body).toMatchObject({ allow: true });
    const changed = await pressOrder(people.sales, 'change-lines', id, {
      input: { lines: [{ lineId: '1', sku: 'BRK-1', quantity: 2 }] },
      ...because,
    });
    expect(changed.status).toBe(200);
    const again = (await ask()).body;
    expect(again.allow).toBe(false);
    expect(again.pending.approval).not.toBe(first.body.pending.approval);
  });
});
