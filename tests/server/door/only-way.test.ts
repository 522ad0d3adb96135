import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { models } from '../../../server/models.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { testUri } from '../../support/store.ts';
import { watchWrites, type SeenWrite } from '../../support/watched-writes.ts';
import { anOrder } from '../../support/way.ts';

/**
 * Who writes beside the door, and why that changes nothing of the business. Whoever adds a line here has to be able to say the
 * same of it; everything else is a command.
 */
const beside: Readonly<Record<string, string>> = {
  'door/write-group.ts': 'the door itself',
  'store/write-all.ts': 'carries out what it is given',
  'store/in-transaction.ts': 'opens what it is given',
  'store/store.ts': 'collections, indexes, and the writes listed here',
  'leases/lease.ts': 'which process does a job of one at a time',
  'permissions/fill-table.ts': 'first settings of roles, before anybody can press',
  'store/migrations.ts': 'the shape of what is stored, before anything runs',
  'audit/sealer.ts': 'chains what presses left',
  'audit/checkpoints.ts': 'where the chain stands, signed',
  'audit/audit-files.ts': 'which days are in files',
  'alerts/sequencer.ts': 'numbers of alerts that are committed',
  'timers/timer-job.ts': 'which process fires a timer',
  'orders/list-claim.ts': 'the idempotency record of a list',
  'releases/heartbeats.ts': 'which processes are alive',
  'home/order-rollups.ts': 'sums of what is stored',
  'verify/full-comparison.ts': 'how far a check of a release is; what it finds is an alert',
  'door/group-door.ts': 'the door itself',
  'commands/probe.ts': 'reads on one snapshot, writes nothing',
};
const writing =
  /\.(?:insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|bulkWrite|findOneAndUpdate|findOneAndReplace|findOneAndDelete|writeAll|inTransaction|drop|dropDatabase|createCollection)\(/;

/** What a running server writes outside of presses: only these fields of these collections. `*`: anything. */
const bookkeeping: Readonly<Record<string, readonly string[]>> = {
  seals: ['*'],
  checkpoints: ['*'],
  auditFiles: ['*'],
  audit: ['sealed', 'seal'],
  rooms: ['*'],
  feed: ['*'],
  alerts: ['sequenced', 'news'],
  approvals: ['sequenced'],
  timers: ['lease', 'leasedUntil'],
  idempotency: ['*'],
  processes: ['*'],
  rollups: ['*'],
  comparisons: ['state', 'check', 'until'],
  meta: ['*'],
  sessions: ['seenAt'],
  keys: ['lastUsedAt'],
};

describe('the code of the server', () => {
  test('writes to the store in the places listed here, and in no others', () => {
    const root = new URL('../../../server', import.meta.url).pathname;
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('embedded-mongo/'))
      .filter((file) => writing.test(readFileSync(`${root}/${file}`, 'utf8')));
    expect(found.toSorted()).toEqual(Object.keys(beside).toSorted());
  });
});

describe('a running server', () => {
  let server: TestServer;
  let seen: SeenWrite[];
  beforeAll(async () => {
    server = await startServer({ uri: `${testUri()}&monitorCommands=true` });
    seen = watchWrites(server.app.store);
  });
  afterAll(() => server.close());

  test('writes nothing of the business without an audit entry in the same transaction', async () => {
    const operations = await server.signIn('operations');
    await operations.send('PUT', '/flows/big', { flow: bigOrders('big', 100), version: 0 });
    const published = await operations.send('POST', '/releases', { note: 'test' });
    expect(published.status).toBe(201);
    const steward = await server.signIn('steward');
    await steward.send('PUT', '/catalog/lists', { items: [{ id: 'vip', entries: ['a'] }] });
    const key = await server.key(['ingest-order', 'record-event'], ['orders']);
    const { body } = await key.send('POST', '/orders', anOrder());
    const order = body.results[0].id;
    const list = { orders: [anOrder(), anOrder()] };
    await key.send('POST', '/orders', list, { 'idempotency-key': 'list-1' });
    await key.send('POST', '/events', {
      type: 'payment.changed',
      id: 'e1',
      occurredAt: new Date().toISOString(),
      data: { order, payment: { status: 'unpaid' } },
    });
    await operations.send(
      'POST',
      '/commands/hold-order',
      { target: `order:${order}`, input: { code: 'other' } },
      { 'idempotency-key': 'p1' },
    );
    await operations.send(
      'POST',
      '/commands/lift-hold',
      { target: `order:${order}`, input: { code: 'other' }, reason: '查清了', voucher: 'T-1' },
      { 'idempotency-key': 'p2' },
    );
    await operations.send('POST', '/releases/1/activate', { reason: '试', voucher: 'T-2' });
    await steward.send('DELETE', `/keys/${key.id}`);
    await steward.send('DELETE', '/session');
    await server.nobody.send('POST', '/session', { username: 'keeper', password: 'not it' });
    // Sealing, numbering, sums and comparisons run beside it.
    await new Promise((resolve) => setTimeout(resolve, 1500));

    const pressed = new Set(
      seen
        .filter(({ collection, kind }) => collection === 'audit' && kind === 'insert')
        .map((w) => w.transaction),
    );
    const around = seen.filter(({ transaction, collection, fields }) => {
      if (transaction !== null && pressed.has(transaction)) return false;
      const allowed = bookkeeping[collection] ?? [];
      return !allowed.includes('*') && (fields.length === 0 || fields.some((one) => !allowed.includes(one)));
    });
    expect(around).toEqual([]);

    // Else too little happened, and the test says nothing.
    const written = new Set(seen.map(({ collection }) => collection));
    for (const name of ['orders', 'decisions', 'sessions', 'keys', 'flows', 'releases', 'lists', 'seals'])
      expect(written, name).toContain(name);
    const known = new Set(models.map(({ name }) => name));
    expect([...written].filter((name) => !known.has(name) && name !== 'meta')).toEqual([]);
  }, 60_000);

  test('leaves an entry of who signed in and out, and of a wrong password', async () => {
    const entries = await server.app.store
      .collection('audit')
      .find({ target: { $in: ['person:steward', 'person:keeper', 'company:company'] } })
      .toArray();
    const told = entries.map(({ command, actor, target, refused }) => [command, actor, target, refused]);
    expect(told).toContainEqual(['set-up-company', 'system', 'company:company', null]);
    expect(told).toContainEqual(['sign-in', 'person:steward', 'person:steward', null]);
    expect(told).toContainEqual(['sign-out', 'person:steward', 'person:steward', null]);
    const wrong = await server.app.store.collection('audit').findOne({ 'refused.code': 'not-signed-in' });
    expect(wrong).toMatchObject({
      command: 'sign-in',
      actor: 'system',
      text: { en: 'A wrong password for "keeper"' },
    });
  });
});
