import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LoggedFrame } from '../../../server/sockets/frame-log.ts';
import { anOrder, connector, flow, openWay, person, release } from '../../support/way.ts';

const to = (...recipients: object[]) => ({
  kind: 'raise-alert',
  params: {
    kind: 'other',
    level: 'info',
    to: recipients,
    text: { zh: '{order.number}', en: '{order.number}' },
  },
});
const always = { all: [{ fact: 'order.lineCount', operator: 'greaterThan', value: 0 }] };
const rules = release(
  1,
  flow('tell', 'order.received', always, [to({ role: 'keeper' }, { role: 'sales' })]),
  flow('rush-asked', 'rush.requested', always, [to({ role: 'keeper', warehouse: 'WH03' }, { person: 'li' })]),
);

let ways: Awaited<ReturnType<typeof openWay>>[];
beforeAll(async () => {
  const first = await openWay({ release: rules });
  ways = [first, await openWay({ uri: first.uri, release: rules })];
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

const ingest = async (door = 0, more: Record<string, unknown> = {}): Promise<string[]> => {
  const executed = await ways[door]!.door.execute({ name: 'ingest-order', input: anOrder(more) }, connector);
  return (executed as any).outcome.result.alerts;
};
const feed = async (room: string): Promise<any[]> =>
  ways[0]!.store.collection('feed').find({ room }).sort({ seq: 1 }).toArray();
const numberAll = async () => {
  for (const { sequencer } of ways) while ((await sequencer.numberSome()) > 0);
};
beforeEach(numberAll);

describe('numbering alerts', () => {
  test('leaves no hole and no repeat, with two processes at it while orders come in', async () => {
    const raised: string[] = [];
    let running = true;
    const numbering = ways.map(async ({ sequencer }) => {
      while (running) {
        await sequencer.numberSome().catch((error: Error) => expect(error.name).toBe('Overtaken'));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
      }
    });
    for (let round = 0; round < 12; round++) {
      const alerts = await Promise.all(Array.from({ length: 8 }, (_, index) => ingest(index % 2)));
      raised.push(...alerts.flat());
    }
    running = false;
    await Promise.all(numbering);
    await numberAll();
    for (const room of ['role:keeper', 'role:sales']) {
      const entries = await feed(room);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      const told = entries.map(({ alert }) => alert);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(expect.arrayContaining(raised));
    }
    const waiting = await ways[0]!.store.collection('alerts').find({ sequenced: false }).toArray();
    expect(waiting).toEqual([]);
  });

  test('reaches the rooms of roles, one warehouse and one person', async () => {
    const [, second] = await ingest(0, { rush: true });
    await numberAll();
    const alert: any = await ways[0]!.store.collection('alerts').findOne({ _id: second } as never);
    expect(alert).toMatchObject({
      rooms: ['person:li', 'warehouse:WH03'],
      warehouse: 'WH03',
      sequenced: true,
    });
    expect((await feed('person:li')).at(-1)).toMatchObject({ alert: second, event: 'alert.raised' });
  });

  test('wakes by itself after a commit of its process, and by the clock for those of others', async () => {
    const heard: string[] = [];
    ways[0]!.frames.onFrame(({ frame: { data } }) => 'id' in data && heard.push(data.id));
    const stop = ways[0]!.door.on('alerts.waiting', () => ways[0]!.sequencer.wake());
    const [own] = await ingest(0);
    await expect.poll(() => heard, { timeout: 900 }).toContain(own);
    stop();
    // Whichever process looks first numbers them: only this one is left to look.
    await ways[1]!.sequencer.stop();
    const [others] = await ingest(1);
    await expect.poll(() => heard, { timeout: 5000 }).toContain(others);
  });
});

describe('the log of a room', () => {
  const read = async (room: string, seq: number, limit = 100): Promise<LoggedFrame[]> =>
    ways[0]!.frames.since(room, seq, limit);

  test('gives what came after a number, in order, from memory or from the store', async () => {
    const alerts = (await Promise.all(Array.from({ length: 5 }, () => ingest()))).flat();
    await ways[0]!.sequencer.numberSome();
    const head = (await ways[0]!.frames.heads(['role:sales'])).get('role:sales')!;
    for (const way of ways) {
      const frames = await way.frames.since('role:sales', head - 5, 100);
      expect(frames.map(({ frame }) => frame.seq)).toEqual([1, 2, 3, 4, 5].map((n) => head - 5 + n));
      expect(new Set(frames.map(({ frame }) => (frame.data as any).id))).toEqual(new Set(alerts));
      expect((await way.frames.since('role:sales', head - 5, 2)).map(({ frame }) => frame.seq)).toEqual([
        head - 4,
        head - 3,
      ]);
    }
    expect(await read('role:sales', head)).toEqual([]);
    expect(await read('role:nobody', 0)).toEqual([]);
  });

  test('has one process’s numbers behind another’s', async () => {
    await ingest();
    await ways[0]!.sequencer.numberSome();
    await ingest();
    await ways[1]!.sequencer.numberSome();
    await ingest();
    await ways[0]!.sequencer.numberSome();
    const head = (await ways[0]!.frames.heads(['role:keeper'])).get('role:keeper')!;
    const frames = await read('role:keeper', head - 3);
    expect(frames.map(({ frame }) => frame.seq)).toEqual([head - 2, head - 1, head]);
  });
});

describe('acknowledging', () => {
  test('is told to every room of the alert, once', async () => {
    const [id] = await ingest();
    await numberAll();
    const call = { name: 'acknowledge-alert', target: `alert:${id}` };
    expect(await ways[0]!.door.execute(call, person('finance'))).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await ways[0]!.door.execute(call, person('keeper'))).toMatchObject({ ok: true });
    expect(await ways[0]!.door.execute(call, person('sales'))).toMatchObject({
      ok: true,
      outcome: { text: { en: 'Already seen by keeper' } },
    });
    await numberAll();
    for (const room of ['role:keeper', 'role:sales']) {
      const news = (await feed(room)).filter(({ alert }) => alert === id).map(({ event }) => event);
      expect(news).toEqual(['alert.raised', 'alert.resolved']);
    }
    const frames = await ways[1]!.frames.since('role:sales', 0, 10_000);
    expect(frames.at(-1)!.frame.data).toMatchObject({
      id,
      state: 'acknowledged',
      acknowledgedBy: { en: 'keeper' },
    });
  });

  test('before it was numbered tells both, in order', async () => {
    const [id] = await ingest();
    await ways[0]!.door.execute({ name: 'acknowledge-alert', target: `alert:${id}` }, person('sales'));
    await numberAll();
    const news = (await feed('role:sales')).filter(({ alert }) => alert === id).map(({ event }) => event);
    expect(news).toEqual(['alert.raised', 'alert.resolved']);
  });
});
