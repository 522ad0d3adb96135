import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import type { DrawnFlow } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { approvalFlow, askFlow } from '../../support/stage-flows.ts';

let server: TestServer;
let operations: ApiClient;
let approver: ApiClient;
let manager: ApiClient;
let finance: ApiClient;
let channel: ApiClient;
beforeAll(async () => {
  server = await startServer();
  [operations, approver, manager, finance] = (await Promise.all(
    ['operations', 'approver', 'manager', 'finance'].map((one) => server.signIn(one)),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient];
  channel = await server.key(['ingest-order', 'record-event']);
});
afterAll(() => server.close());

let count = 0;
const press = (client: ApiClient, name: string, target: string, input = {}, why: object = {}) =>
  client.send(
    'POST',
    `/commands/${name}`,
    { target, input, ...why },
    { 'idempotency-key': `k${(count += 1)}` },
  );
const reason = { reason: '试验', voucher: 'V-1' };

const versions = new Map<string, number>();
/** Puts these flows in force, and no others. */
async function publish(...flows: DrawnFlow[]): Promise<void> {
  for (const flow of flows) {
    const version = versions.get(flow.id);
    const saved =
      version === undefined
        ? await operations.send('POST', '/flows', { flow })
        : await operations.send('PUT', `/flows/${flow.id}`, { flow, version });
    expect(saved.status, JSON.stringify(saved.body)).toBeLessThan(300);
    versions.set(flow.id, (version ?? 0) + 1);
  }
  const done = await operations.send('POST', '/releases', {});
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
}

async function order(): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `AP-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return sent.body.results[0].id;
}
const look = async (id: string) => (await operations.get(`/orders/${id}`)).body;
const openOf = async (id: string, client = approver) =>
  (await client.get(`/approvals?order=${id}&scope=all`)).body.items;
const event = (id: string, type: string, data = {}) =>
  channel.send('POST', '/events', {
    type,
    id: `e${(count += 1)}`,
    occurredAt: new Date().toISOString(),
    data: { order: id, ...data },
  });

/** Numbered news of a room about one approval. */
const newsOf = (room: string, approval: string) =>
  server.app.store.collection('feed').countDocuments({ room, approval, event: 'approval.opened' });

describe('an approval drawn in a flow', () => {
  beforeAll(() =>
    publish(
      approvalFlow('one', [
        { id: 'first', who: { role: 'approver' }, within: 240 },
        { id: 'second', who: { role: 'manager' }, within: 240 },
      ]),
    ),
  );

  test('asks step by step, holds the order meanwhile, and goes on by the outcome', async () => {
    const id = await order();
    expect((await look(id)).holds.map(({ code }: any) => code)).toEqual(['awaiting-approval']);
    const [asked] = (await approver.get('/approvals')).body.items.filter(
      ({ subject }: any) => subject.id === id,
    );
    expect(asked).toMatchObject({ kind: 'approval', state: 'open', mine: true, why: null });
    expect(asked.follows.find(({ port }: any) => port === 'approved').texts[0].zh).toContain('one-approved');
    expect(asked.source.flow).toBe('one');
    const first = await press(approver, 'approve', `approval:${asked.id}`, { plan: asked.plan });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect((await look(id)).tags).toEqual([]);
    const second = await press(manager, 'approve', `approval:${asked.id}`, { plan: asked.plan });
    expect(second.status, JSON.stringify(second.body)).toBe(200);
    expect(second.body.decision).toBeTruthy();
    expect(await look(id)).toMatchObject({ tags: ['one-approved'], holds: [] });
    const decisions = (await operations.get(`/orders/${id}/decisions`)).body.items;
    expect(decisions.map((one: any) => one.event)).toEqual(['order.received', 'stage.entered']);
    expect(await openOf(id)).toEqual([]);
    const again = await press(manager, 'approve', `approval:${asked.id}`);
    expect(again.status).toBe(409);
  });

  test('those who are asked are told, each once', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    await expect.poll(() => newsOf('role:approver', asked.id), { timeout: 8000 }).toBe(1);
    expect(await newsOf('role:manager', asked.id)).toBe(0);
    await press(approver, 'approve', `approval:${asked.id}`);
    await expect.poll(() => newsOf('role:manager', asked.id), { timeout: 8000 }).toBe(1);
    await press(manager, 'delegate', `approval:${asked.id}`, { person: 'finance' });
    await expect.poll(() => newsOf('person:finance', asked.id), { timeout: 8000 }).toBe(1);
    expect(await newsOf('role:approver', asked.id)).toBe(1);
  });

  test('a rejection needs a reason and ends it', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    expect((await press(approver, 'reject', `approval:${asked.id}`)).status).toBe(400);
    expect((await press(approver, 'reject', `approval:${asked.id}`, {}, reason)).status).toBe(200);
    expect(await look(id)).toMatchObject({ tags: ['one-rejected'], holds: [] });
  });

  test('only who is asked may decide', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    expect((await press(finance, 'approve', `approval:${asked.id}`)).status).toBe(409);
    expect((await press(manager, 'approve', `approval:${asked.id}`)).status).toBe(409);
    expect(asked.mine).toBe(true);
    expect((await openOf(id, finance))[0].mine).toBe(false);
  });

  test('two steps take two people, handed on or not', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    await press(approver, 'approve', `approval:${asked.id}`);
    const back = await press(manager, 'delegate', `approval:${asked.id}`, { person: 'approver' });
    expect(back.status).toBe(409);
    const on = await press(manager, 'delegate', `approval:${asked.id}`, { person: 'finance' });
    expect(on.status, JSON.stringify(on.body)).toBe(200);
    expect((await press(manager, 'approve', `approval:${asked.id}`)).status).toBe(409);
    expect((await finance.get('/approvals')).body.items.map(({ id: one }: any) => one)).toContain(asked.id);
    expect((await press(finance, 'approve', `approval:${asked.id}`)).status).toBe(200);
    expect((await look(id)).tags).toEqual(['one-approved']);
  });

  test('asked back, its clock stands still until it is answered', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    const back = await press(approver, 'ask-back', `approval:${asked.id}`, { question: '为什么这么急' });
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    const [stopped] = (await openOf(id)).filter(({ kind }: any) => kind === 'approval');
    expect(stopped).toMatchObject({ state: 'asked-back', dueAt: null });
    expect((await press(approver, 'approve', `approval:${asked.id}`)).status).toBe(409);
    const question = (await operations.get('/approvals')).body.items.find(
      ({ kind, subject }: any) => kind === 'question' && subject.id === id,
    );
    expect(question.text.zh).toBe('为什么这么急');
    const said = await press(operations, 'answer', `question:${question.id}`, { choice: '客户停工' });
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    const [goes] = await openOf(id);
    expect(goes).toMatchObject({ state: 'open' });
    expect(goes.dueAt).not.toBeNull();
    expect(goes.notes.map(({ kind }: any) => kind)).toEqual(['asked-back', 'answered']);
    expect((await press(approver, 'approve', `approval:${asked.id}`)).status).toBe(200);
  });

  test('a changed plan asks again, and what was approved is not what is now there', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    await press(approver, 'approve', `approval:${asked.id}`, { plan: asked.plan });
    const changed = await event(id, 'order.changed', {
      lines: [{ lineId: '1', sku: 'BRK-1', quantity: 9, unitPrice: 100 }],
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(201);
    const [again] = await openOf(id);
    expect(again.round).toBe(2);
    expect(again.plan).not.toBe(asked.plan);
    expect(again.steps.map(({ state }: any) => state)).toEqual(['open', 'waiting']);
    // Who still sees the old plan approves nothing.
    expect((await press(approver, 'approve', `approval:${asked.id}`, { plan: asked.plan })).status).toBe(409);
    await press(approver, 'approve', `approval:${asked.id}`, { plan: again.plan });
    await press(manager, 'approve', `approval:${asked.id}`, { plan: again.plan });
    expect((await look(id)).tags).toEqual(['one-approved']);
  });

  test('ends with its order', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    expect((await event(id, 'order.cancelled')).status).toBe(201);
    expect(await openOf(id)).toEqual([]);
    expect((await press(approver, 'approve', `approval:${asked.id}`)).status).toBe(409);
    expect(await look(id)).toMatchObject({ tags: [], holds: [] });
    expect(await server.app.store.collection('timers').countDocuments({ of: asked.id })).toBe(0);
  });

  test('goes on with the release that opened it', async () => {
    const id = await order();
    const [asked] = await openOf(id);
    const other = approvalFlow('one', [{ id: 'first', who: { role: 'approver' }, within: 240 }]);
    other.nodes.find(({ id: node }) => node === 'approved')!.params = { tag: 'newer' };
    await publish(other);
    await press(approver, 'approve', `approval:${asked.id}`);
    const last = await press(manager, 'approve', `approval:${asked.id}`);
    expect(last.status, JSON.stringify(last.body)).toBe(200);
    expect((await look(id)).tags).toEqual(['one-approved']);
    const [received, entered] = (await operations.get(`/orders/${id}/decisions`)).body.items;
    expect(entered.release).toBe(received.release);
  });
});

test('steps that are left out are not asked; with none left it goes on at once', async () => {
  const small = { fact: 'order.total', operator: 'lessThan', value: 1000 };
  await publish(
    approvalFlow('one', [{ id: 'first', who: { role: 'approver' }, within: 240, skipIf: small }]),
  );
  const id = await order();
  expect(await openOf(id)).toEqual([]);
  expect(await look(id)).toMatchObject({ tags: ['one-approved'], holds: [] });
});

test('a question goes on by the choice, and only whoever it asks may choose', async () => {
  await publish(
    approvalFlow('one', [{ id: 'first', who: { role: 'approver' }, within: 240 }]),
    askFlow('ask', { role: 'service' }),
  );
  const id = await order();
  const service = await server.signIn('service');
  const question = (await service.get('/approvals')).body.items.find(({ subject }: any) => subject.id === id);
  expect(question).toMatchObject({ kind: 'question', mine: true });
  expect(question.text.zh).toContain('AP-');
  expect(question.choices.map(({ id: one }: any) => one)).toEqual(['yes', 'no']);
  expect((await press(manager, 'answer', `question:${question.id}`, { choice: 'yes' })).status).toBe(409);
  const wrong = await press(service, 'answer', `question:${question.id}`, { choice: 'maybe' });
  expect(wrong.status).toBe(400);
  const chosen = await press(service, 'answer', `question:${question.id}`, { choice: 'no' });
  expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
  const after = await look(id);
  expect(after.tags).toEqual(['ask-no']);
  // The other flow's approval still waits.
  expect(after.holds.map(({ code }: any) => code)).toEqual(['awaiting-approval']);
});
