import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineHandler, type CommandHandler } from '../../../server/door/handler.ts';
import { injectFaults, type Fault } from '../../support/faults.ts';
import { openWay, person } from '../../support/way.ts';

const operations = person('operations');

/** Stands in for set-tag: notes every effect it has, so that doubled ones show. */
const noting = defineHandler<{ tag: string }>({
  name: 'set-tag',
  needs: ({ target }) => [{ collection: 'credits', ids: [target!.id] }],
  plan({ target, input, id }, state) {
    if (input.tag === 'refuse') return { refused: { code: 'refused', message: { zh: '不', en: 'no' } } };
    const known = state.get<{ _id: string; rev: number; used: number }>('credits', target!.id);
    const document = { _id: target!.id, used: (known?.used ?? 0) + 1, orders: 0 };
    return {
      changes: [{ put: 'credits', document }],
      result: { used: document.used, press: id },
      text: { zh: input.tag, en: input.tag },
    };
  },
}) as CommandHandler;

const faults: Fault[] = [];
let ways: Awaited<ReturnType<typeof openWay>>[];
let injected: { count(): number }[];
beforeAll(async () => {
  const first = await openWay({ handlers: [noting] });
  ways = [first, await openWay({ uri: first.uri, handlers: [noting] })];
  injected = ways.map(({ store }) => injectFaults(store, () => faults.shift() ?? 'none'));
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

let number = 0;
const press = (door: number, target: string, tag: string, key: string) =>
  ways[door]!.door.execute({ name: 'set-tag', target: `order:${target}`, input: { tag }, key }, operations);
const used = async (target: string) =>
  ((await ways[0]!.store.collection('credits').findOne({ _id: target } as never)) as any)?.used ?? 0;

describe('one key', () => {
  test('the same press again: the same answer, one effect; other content: 422', async () => {
    const target = `t${++number}`;
    const first = await press(0, target, 'a', 'k1');
    const again = await press(1, target, 'a', 'k1');
    expect(again).toEqual({ ...first, repeated: true });
    expect(await press(0, target, 'b', 'k1')).toMatchObject({ refusal: { code: 'key-reused' } });
    expect(await press(0, `${target}x`, 'a', 'k1')).toMatchObject({ refusal: { code: 'key-reused' } });
    expect(await used(target)).toBe(1);
  });

  test('a refusal is kept like any answer', async () => {
    const target = `t${++number}`;
    const first = await press(0, target, 'refuse', 'k-refused');
    expect(await press(1, target, 'refuse', 'k-refused')).toEqual(first);
  });

  test('while it is being worked on in this process: 409', async () => {
    const target = `t${++number}`;
    const [first, second] = await Promise.all([press(0, target, 'a', 'k2'), press(0, target, 'a', 'k2')]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ refusal: { code: 'in-flight' } });
  });

  test('of one sender is not another sender’s', async () => {
    const target = `t${++number}`;
    await press(0, target, 'a', 'k3');
    const other = { ...operations, id: 'person:other' };
    const call = { name: 'set-tag', target: `order:${target}`, input: { tag: 'b' }, key: 'k3' };
    expect(await ways[0]!.door.execute(call, other)).toMatchObject({ ok: true });
    expect(await used(target)).toBe(2);
  });

  test('past its seven days counts as absent', async () => {
    const target = `t${++number}`;
    await press(0, target, 'a', 'k4');
    const records = ways[0]!.store.collection('idempotency');
    const id = { _id: `${operations.id}|k4` } as never;
    const kept = (await records.findOne(id)) as any;
    expect(kept.expiresAt.getTime() - kept.at).toBe(7 * 24 * 3_600_000);
    await records.updateOne(id, { $set: { expiresAt: new Date(ways[0]!.store.clock.now() - 1) } });
    expect(await press(0, target, 'b', 'k4')).toMatchObject({ ok: true, repeated: false });
    expect(await used(target)).toBe(2);
  });

  test('sent to two processes at the same moment has one effect', async () => {
    for (let round = 0; round < 10; round++) {
      const target = `t${++number}`;
      const answers = await Promise.all([
        press(0, target, 'a', `r${round}`),
        press(1, target, 'a', `r${round}`),
      ]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      expect(new Set(answers.map((answer) => (answer.ok ? answer.press : null))).size).toBe(1);
      expect(await used(target)).toBe(1);
    }
  });
});

describe('random retry schedules', () => {
  test('each key has its effect once, whatever fails before or after the commit', async () => {
    const attempt = fc.record({
      door: fc.nat(1),
      key: fc.nat(3),
      tag: fc.constantFrom('a', 'a', 'a', 'b'),
      after: fc.nat(6),
    });
    const fault = fc.constantFrom<Fault[]>('none', 'none', 'conflict', 'lost-answer');
    const schedule = fc.record({
      attempts: fc.array(attempt, { minLength: 4, maxLength: 16 }),
      faults: fc.array(fault, { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(schedule, async ({ attempts, faults: planned }) => {
        const run = `s${++number}`;
        faults.splice(0, faults.length, ...planned);
        const answers = await Promise.all(
          attempts.map(async ({ door, key, tag, after }) => {
            await new Promise((resolve) => setTimeout(resolve, after));
            return { key, tag, answer: await press(door, `${run}-${key}`, tag, `${run}-${key}`) };
          }),
        );
        for (const key of new Set(attempts.map((one) => one.key))) {
          const own = answers.filter((one) => one.key === key);
          const done = own.filter(({ answer }) => answer.ok);
          expect(done.length).toBeGreaterThan(0);
          expect(new Set(done.map(({ tag }) => tag)).size).toBe(1);
          expect(new Set(done.map(({ answer }) => JSON.stringify((answer as any).outcome))).size).toBe(1);
          expect(done.filter(({ answer }) => !(answer as any).repeated).length).toBeLessThanOrEqual(1);
          expect(await used(`${run}-${key}`)).toBe(1);
          for (const { answer } of own)
            if (!answer.ok) expect(['in-flight', 'key-reused']).toContain(answer.refusal.code);
        }
      }),
      { numRuns: 40 },
    );
    // Else nothing went wrong and the test says nothing.
    expect(injected.reduce((sum, { count }) => sum + count(), 0)).toBeGreaterThan(30);
  }, 60_000);
});

/** `npm run test:retries` sets 1,000. */
const schedules = Number(process.env.SLUICE_RETRIES ?? 25);

describe('a sender that asks again until it is answered', () => {
  test(
    `has one effect and the same answer in ${schedules} schedules, cut before and after the commit`,
    async () => {
      const cuts = { 'cut-before': 0, 'cut-after': 0, conflict: 0, 'lost-answer': 0 };
      const ask = async (door: number, target: string, key: string): Promise<unknown> => {
        for (let attempt = 0; attempt < 60; attempt++) {
          try {
            // The next attempt may reach another process.
            const answer = await press((door + attempt) % 2, target, 'a', key);
            if (answer.ok) return answer.outcome;
            expect(answer.refusal.code).toBe('in-flight');
          } catch (error) {
            expect(error).toMatchObject({ code: 'busy' });
          }
          await new Promise((resolve) => setTimeout(resolve, 1 + attempt));
        }
        throw new Error('never answered');
      };
      const schedule = fc.record({
        senders: fc.array(fc.record({ door: fc.nat(1), key: fc.nat(2), after: fc.nat(5) }), {
          minLength: 2,
          maxLength: 8,
        }),
        faults: fc.array(
          fc.constantFrom<Fault[]>('none', 'cut-before', 'cut-after', 'conflict', 'lost-answer'),
          {
            minLength: 2,
            maxLength: 10,
          },
        ),
      });
      await fc.assert(
        fc.asyncProperty(schedule, async ({ senders, faults: planned }) => {
          const run = `c${++number}`;
          faults.splice(0, faults.length, ...planned);
          const answers = await Promise.all(
            senders.map(async ({ door, key, after }) => {
              await new Promise((resolve) => setTimeout(resolve, after));
              return { key, outcome: await ask(door, `${run}-${key}`, `${run}-${key}`) };
            }),
          );
          for (const fault of planned.slice(0, planned.length - faults.length))
            if (fault !== 'none') cuts[fault]++;
          for (const key of new Set(senders.map((one) => one.key))) {
            const own = answers
              .filter((one) => one.key === key)
              .map(({ outcome }) => JSON.stringify(outcome));
            expect(new Set(own).size).toBe(1);
            expect(await used(`${run}-${key}`)).toBe(1);
          }
        }),
        { numRuns: schedules },
      );
      // Else one side of the commit was never cut, and the test says little.
      for (const [fault, count] of Object.entries(cuts)) expect(count, fault).toBeGreaterThan(0);
    },
    60_000 + schedules * 500,
  );
});

describe('reason and voucher', () => {
  test('belong to what a key was used for', async () => {
    const target = `t${++number}`;
    const call = {
      name: 'set-tag',
      target: `order:${target}`,
      input: { tag: 'a' },
      key: 'k-reason',
      voucher: 'T-1',
    };
    const first = await ways[0]!.door.execute({ ...call, reason: '客户要求' }, operations);
    expect(await ways[1]!.door.execute({ ...call, reason: '客户要求' }, operations)).toEqual({
      ...first,
      repeated: true,
    });
    expect(await ways[0]!.door.execute({ ...call, reason: '录入错误' }, operations)).toMatchObject({
      refusal: { code: 'key-reused' },
    });
    expect(await used(target)).toBe(1);
  });
});
