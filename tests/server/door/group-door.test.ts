import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineHandler, type CommandHandler } from '../../../server/door/handler.ts';
import { openWay, person } from '../../support/way.ts';

const operations = person('operations');

/** What no store can take. */
function circle(): object {
  const one: Record<string, unknown> = {};
  one.one = one;
  return one;
}

/** Stands in for the button set-tag: adds one to a counter; some tags make it refuse or fail. */
const counter = defineHandler<{ tag: string }>({
  name: 'set-tag',
  needs({ target, input }) {
    if (input.tag === 'needs-fail') throw new Error('no needs');
    return [{ collection: 'credits', ids: [target!.id] }];
  },
  plan({ target, input }, state) {
    if (input.tag === 'throw') throw new Error('a mistake');
    if (input.tag === 'refuse') return { refused: { code: 'refused', message: { zh: '不', en: 'no' } } };
    const known = state.get<{ _id: string; rev: number; used: number }>('credits', target!.id);
    const used = (known?.used ?? 0) + 1;
    const document = { _id: target!.id, used, orders: 0 };
    const odd = { _id: `${target!.id} odd`, circle: circle() };
    return {
      changes: [
        { put: 'credits', document },
        ...(input.tag === 'odd' ? [{ put: 'credits', document: odd }] : []),
      ],
      result: { used },
      text: { zh: '加一', en: 'one more' },
      signals: [{ name: 'counted', data: { used } }],
    };
  },
}) as CommandHandler;

let way: Awaited<ReturnType<typeof openWay>>;
let target = 0;
let id: string;
beforeAll(async () => {
  way = await openWay({ handlers: [counter] });
});
afterAll(() => way.close());
beforeEach(() => {
  id = `counter-${++target}`;
});

const press = (tag = 'one', more: Record<string, unknown> = {}) =>
  way.door.execute({ name: 'set-tag', target: `order:${id}`, input: { tag }, ...more }, operations);
const used = async () =>
  ((await way.store.collection('credits').findOne({ _id: id } as never)) as any)?.used as number | undefined;
const groups = async () =>
  (await way.metrics.groupSize.get()).values.find((v) => v.metricName?.endsWith('_count'))!.value;

describe('the door', () => {
  test('plans what waits together one after another, and commits it in few groups', async () => {
    const before = await groups();
    const answers = await Promise.all(Array.from({ length: 200 }, () => press()));
    expect(answers.map((answer) => (answer.ok ? answer.outcome.result.used : null))).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    expect(await used()).toBe(200);
    expect((await groups()) - before).toBeLessThanOrEqual(5);
  });

  test('gives each member its own outcome', async () => {
    const [first, refused, thrown, unread, last] = await Promise.allSettled([
      press(),
      press('refuse'),
      press('throw'),
      press('needs-fail'),
      press(),
    ]);
    expect(first).toMatchObject({ value: { ok: true } });
    expect(refused).toMatchObject({ value: { ok: false, refusal: { code: 'refused' } } });
    expect(thrown).toMatchObject({ status: 'rejected', reason: { message: 'a mistake' } });
    expect(unread).toMatchObject({ status: 'rejected', reason: { message: 'no needs' } });
    expect(last).toMatchObject({ value: { ok: true, outcome: { result: { used: 2 } } } });
    expect(await used()).toBe(2);
  });

  test('lets a write the store refuses fail alone', async () => {
    const answers = await Promise.allSettled([press(), press('odd'), press()]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { message: expect.stringMatching(/BSON/) } });
    expect(await used()).toBe(2);
  });

  test('leaves an audit entry of every press, refused ones too', async () => {
    await Promise.all([press(), press('refuse')]);
    const entries = await way.store
      .collection('audit')
      .find({ target: `order:${id}` })
      .toArray();
    expect(entries.map(({ refused }) => refused)).toEqual(
      expect.arrayContaining([null, { code: 'refused' }]),
    );
    expect(entries).toHaveLength(2);
  });

  test('tells listeners after the commit', async () => {
    const heard: unknown[] = [];
    const stop = way.door.on('counted', ({ used: value }) => heard.push(value));
    await press();
    stop();
    await press();
    expect(heard).toEqual([1]);
  });

  test('refuses who may not press, a wrong target and a wrong input, each with its code', async () => {
    const { door } = way;
    const call = { name: 'set-tag', target: `order:${id}`, input: { tag: 'x' } };
    expect(await door.execute(call, person('sales'))).toMatchObject({ refusal: { code: 'not-your-button' } });
    expect(await door.execute({ ...call, target: 'flow:x' }, operations)).toMatchObject({
      refusal: { code: 'bad-input', path: 'target' },
    });
    expect(await door.execute({ ...call, input: { tag: '' } }, operations)).toMatchObject({
      refusal: { code: 'bad-input', path: 'tag' },
    });
    expect(await door.execute({ name: 'no-such' }, operations)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await used()).toBe(undefined);
  });

  test('answers 429 when too many wait, and takes commands again later', async () => {
    const pressed = Array.from({ length: 2300 }, () => press());
    const settled = await Promise.allSettled(pressed);
    const turnedAway = settled.filter(({ status }) => status === 'rejected');
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway[0]).toMatchObject({ reason: { code: 'too-many', retryAfter: 1 } });
    expect(await used()).toBe(2300 - turnedAway.length);
    expect(await press()).toMatchObject({ ok: true });
  });
});

describe('two processes at one counter', () => {
  test('lose and double nothing', async () => {
    const other = await openWay({ uri: way.uri, handlers: [counter] });
    try {
      const doors = [way.door, other.door];
      const answers = await Promise.all(
        Array.from({ length: 400 }, async (_, index) => {
          // Spread over time, so that groups of both meet again and again.
          await new Promise((resolve) => setTimeout(resolve, index % 40));
          return doors[index % 2]!.execute(
            { name: 'set-tag', target: `order:${id}`, input: { tag: 'one' } },
            operations,
          );
        }),
      );
      expect(answers.every(({ ok }) => ok)).toBe(true);
      expect(await used()).toBe(400);
      const seen = answers.map((answer) => (answer.ok ? answer.outcome.result.used : null));
      expect(new Set(seen).size).toBe(400);
      const retries = await Promise.all([way, other].map(({ metrics }) => metrics.retries.get()));
      // Else they never met, and the test says nothing.
      expect(
        retries.flatMap(({ values }) => values).reduce((sum, { value }) => sum + value, 0),
      ).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });
});
