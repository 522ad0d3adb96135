import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OverdueAlerts } from '../../../server/alerts/overdue-alerts.ts';
import { overdueLease } from '../../../server/alerts/escalate-alert.handler.ts';
import { Lease } from '../../../server/leases/lease.ts';
import { anOrder, connector, flow, openWay, person, release, silent } from '../../support/way.ts';

const always = { all: [{ fact: 'order.lineCount', operator: 'greaterThan', value: 0 }] };
const alert = (kind: string, params: object) => ({
  kind: 'raise-alert',
  params: { kind, level: 'warn', to: [{ role: 'keeper' }], text: '{order.number}', ...params },
});
const unanswered = {
  ...flow('unanswered', 'alert.unanswered', always, [
    { kind: 'set-tag', params: { tag: 'nobody' } },
    alert('promise-at-risk', { answerWithin: 1, to: [{ role: 'manager' }] }),
  ]),
};
unanswered.nodes[0] = { id: 'start', kind: 'alert.unanswered', params: { kind: 'no-stock' } } as never;
const rules = release(
  1,
  flow('on-time', 'order.received', always, [
    alert('no-stock', {
      buttons: [{ name: 'set-tag', input: { tag: 'looked' } }],
      answerWithin: 5,
      thenTo: [{ role: 'planner' }],
    }),
  ]),
  flow('grouped', 'rush.requested', always, [alert('rush-refused', { groupBy: '{order.channel}' })]),
  unanswered,
);

let ways: Awaited<ReturnType<typeof openWay>>[];
beforeAll(async () => {
  const first = await openWay({ release: rules });
  ways = [first, await openWay({ uri: first.uri, release: rules })];
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

async function ingest(more: object = {}, door = 0): Promise<{ order: string; alerts: string[] }> {
  const executed: any = await ways[door]!.door.execute(
    { name: 'ingest-order', input: anOrder(more as never) },
    connector,
  );
  const { id, alerts } = executed.outcome.result;
  return { order: id, alerts };
}
const numberAll = async () => {
  for (const { sequencer } of ways) while ((await sequencer.numberSome()) > 0);
};
const read = async (id: string | undefined): Promise<any> =>
  ways[0]!.store.collection('alerts').findOne({ _id: id } as never);
const change = (id: string, fields: object) =>
  ways[0]!.store.collection('alerts').updateOne({ _id: id } as never, { $set: fields, $inc: { rev: 1 } });
const press = (name: string, target: string, input: object, who = person('operations')): Promise<any> =>
  ways[0]!.door.execute({ name, target, input }, who);
const systemJob = { ...person('job'), kind: 'job' as const, id: 'job:test', roles: [] };

describe('an answer', () => {
  test('is the named button with its own input on the order, by a person; no other press', async () => {
    const { order, alerts } = await ingest();
    await press('set-tag', `order:${order}`, { tag: 'other' });
    await press('mark-rush', `order:${order}`, {});
    expect(await read(alerts[0])).toMatchObject({ state: 'raised', open: true });
    const done = await press('set-tag', `order:${order}`, { tag: 'looked' });
    expect(done.ok).toBe(true);
    expect(await read(alerts[0])).toMatchObject({
      state: 'resolved',
      open: false,
      timed: false,
      answer: { name: 'set-tag', person: 'person:operations', press: done.press },
    });
    // Whether it was numbered before or after it was answered: each is told once, in that order.
    await numberAll();
    const told = await ways[0]!.store
      .collection('feed')
      .find({ alert: alerts[0]! })
      .sort({ seq: 1 })
      .toArray();
    expect(told.filter(({ room }) => room === told[0]!.room).map(({ event }) => event)).toEqual([
      'alert.raised',
      'alert.resolved',
    ]);
  });

  test('may be that it was done already', async () => {
    const { order, alerts } = await ingest();
    await change(alerts[0]!, { buttons: [{ name: 'mark-rush', target: `order:${order}`, input: {} }] });
    await ways[0]!.store.collection('orders').updateOne({ _id: order } as never, { $set: { isRush: true } });
    expect((await press('mark-rush', `order:${order}`, {})).outcome.result.unchanged).toBe(true);
    expect(await read(alerts[0])).toMatchObject({ state: 'resolved', answer: { name: 'mark-rush' } });
  });

  test('stops the clock when it is acknowledged, and stays open', async () => {
    const { alerts } = await ingest();
    await press('acknowledge-alert', `alert:${alerts[0]}`, {}, person('keeper'));
    expect(await read(alerts[0])).toMatchObject({
      state: 'acknowledged',
      open: true,
      timed: false,
      answer: { name: 'acknowledge-alert', person: 'person:keeper' },
    });
  });
});

describe('on its way', () => {
  test('is delivered to screens and seen by people of its rooms', async () => {
    const { alerts } = await ingest();
    const receipts = [
      { alert: alerts[0], person: 'person:li' },
      { alert: alerts[0], person: 'person:wang' },
      { alert: 'gone', person: 'person:li' },
    ];
    await ways[0]!.door.execute({ name: 'deliver-alerts', input: { receipts } }, systemJob);
    expect(await read(alerts[0])).toMatchObject({
      state: 'delivered',
      screens: ['person:li', 'person:wang'],
    });
    const look = (who: string) =>
      ways[0]!.door.execute({ name: 'see-alerts', input: { alerts: [alerts[0], 'gone'] } }, person(who));
    await look('sales');
    expect(await read(alerts[0])).toMatchObject({ state: 'delivered' });
    await look('keeper');
    await look('keeper');
    expect(await read(alerts[0])).toMatchObject({ state: 'seen', seenBy: [{ person: 'person:keeper' }] });
  });
});

describe('without an answer', () => {
  const jobs = () => ways.map(({ store, door }) => new OverdueAlerts({ store, door, log: silent }));

  test('it goes to the next role once, with two processes at it, and is decided once; then it expires', async () => {
    const raised = await Promise.all(Array.from({ length: 12 }, (_, index) => ingest({}, index % 2)));
    for (const { alerts } of raised) await change(alerts[0]!, { dueAt: 1 });
    const workers = jobs();
    for (let round = 0; round < 3; round++) await Promise.all(workers.map((worker) => worker.sweep()));
    for (const { order, alerts } of raised) {
      const escalated = await read(alerts[0]);
      expect(escalated).toMatchObject({
        state: 'escalated',
        rooms: ['role:keeper', 'role:planner'],
        escalated: { rooms: ['role:planner'] },
        timed: true,
      });
      const decisions = await ways[0]!.store
        .collection('decisions')
        .find({ subject: `order:${order}`, event: 'alert.unanswered' })
        .toArray();
      expect(decisions).toHaveLength(1);
      const after: any = await ways[0]!.store.collection('orders').findOne({ _id: order } as never);
      expect(after.tags).toEqual(['nobody']);
      const history = await ways[0]!.store
        .collection('orderHistory')
        .find({ order, type: 'alert-unanswered' })
        .toArray();
      expect(history).toHaveLength(1);
      await change(alerts[0]!, { dueAt: 1 });
    }
    await Promise.all(workers.map((worker) => worker.sweep()));
    await Promise.all(workers.map((worker) => worker.sweep()));
    for (const { order, alerts } of raised) {
      expect(await read(alerts[0])).toMatchObject({ state: 'expired', open: true, timed: false });
      const decided = await ways[0]!.store.collection('decisions').countDocuments({
        subject: `order:${order}`,
        event: 'alert.unanswered',
      });
      expect(decided).toBe(1);
    }
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('what an alert nobody answered leads to knows its chain, and a chain ends', async () => {
    const { order, alerts } = await ingest();
    await change(alerts[0]!, { dueAt: 1 });
    const [worker] = jobs();
    await worker!.sweep();
    const next: any = await ways[0]!.store.collection('alerts').findOne({ order, kind: 'promise-at-risk' });
    expect(next).toMatchObject({ chain: 1, timed: true });
    await change(next._id, { dueAt: 1, chain: 4, kind: 'no-stock' });
    await worker!.sweep();
    expect(await read(next._id)).toMatchObject({ state: 'expired' });
    const decided = await ways[0]!.store.collection('decisions').countDocuments({
      subject: `order:${order}`,
      event: 'alert.unanswered',
    });
    expect(decided).toBe(1);
    await worker!.stop();
  });

  test('a process whose lease is over is refused, whatever it still wants to do', async () => {
    const { alerts } = await ingest();
    await change(alerts[0]!, { dueAt: 1 });
    const { store } = ways[0]!;
    await store.collection('leases').deleteMany({});
    const [slow, quick] = ['slow', 'quick'].map(
      (holder) => new Lease(store, { name: overdueLease, holder, ms: 60_000 }),
    );
    const fence = await slow!.hold();
    expect(await slow!.hold()).toBe(fence);
    expect(await quick!.hold()).toBeNull();
    await store.collection('leases').updateOne({ _id: overdueLease } as never, { $set: { until: 1 } });
    expect(await quick!.hold()).toBe(fence! + 1);
    expect(await slow!.hold()).toBeNull();
    const late: any = await ways[0]!.door.execute(
      { name: 'escalate-alert', target: `alert:${alerts[0]}`, input: { fence } },
      systemJob,
    );
    expect(late).toMatchObject({ ok: false, refusal: { code: 'refused' } });
    expect(await read(alerts[0])).toMatchObject({ state: 'raised' });
    await quick!.release();
    expect(await slow!.hold()).toBe(fence! + 2);
    await slow!.release();
  });
});

describe('what is alike', () => {
  const fold = (door = 0) => ways[door]!.door.execute({ name: 'fold-alerts', input: {} }, systemJob);
  const rush = (channel: string, door = 0) => ingest({ rush: true, channel }, door);
  const leaders = async (): Promise<any[]> =>
    ways[0]!.store.collection('alerts').find({ kind: 'rush-refused', open: true }).sort({ _id: 1 }).toArray();

  test('is one open alert with a counter, however many processes count; a repeat is kept and told as one', async () => {
    const channels = ['taobao', 'douyin', 'taobao', 'taobao', 'douyin', 'taobao'];
    await Promise.all(channels.map((channel, index) => rush(channel, index % 2)));
    expect(await ways[0]!.store.collection('alerts').countDocuments({ grouping: true })).toBe(6);
    await Promise.all([fold(0), fold(1)]);
    await fold();
    const [one, other] = await leaders();
    expect([one.count ?? 1, other.count ?? 1].sort()).toEqual([2, 4]);
    const many = one.count === 4 ? one : other;
    expect(many.lastAt).toBeGreaterThanOrEqual(many.at);
    expect(many.latest).toHaveLength(3);
    const kept = await ways[0]!.store.collection('alerts').find({ groupedInto: many._id }).toArray();
    expect(kept).toHaveLength(3);
    expect(kept.every(({ state, open }) => state === 'grouped' && open === false)).toBe(true);
    await numberAll();
    const told = await ways[0]!.store.collection('feed').find({ alert: many._id }).toArray();
    expect(told.length).toBeLessThanOrEqual(2);
    for (const repeat of kept)
      expect(await ways[0]!.store.collection('feed').countDocuments({ alert: repeat._id })).toBe(0);
  });

  test('begins anew once it was answered; a press on one of its orders leaves the others waiting', async () => {
    const [lead] = await leaders();
    await change(lead._id, { buttons: [{ name: 'mark-rush', target: `order:${lead.order}`, input: {} }] });
    await press('mark-rush', `order:${lead.order}`, {});
    expect(await read(lead._id)).toMatchObject({ open: true, count: lead.count });
    await press('acknowledge-alert', `alert:${lead._id}`, {}, person('keeper'));
    const before = await leaders();
    const { channel }: any = await ways[0]!.store.collection('orders').findOne({ _id: lead.order } as never);
    await rush(channel);
    await fold();
    expect(await read(lead._id)).toMatchObject({ state: 'acknowledged', count: lead.count });
    expect(await leaders()).toHaveLength(before.length + 1);
  });
});
