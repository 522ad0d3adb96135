import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Question } from '../../../server/store/read-all.ts';
import { openWay } from '../../support/way.ts';

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay();
  await way.store.collection('credits').insertMany([
    { _id: 'ra-1', rev: 1, used: 5, at: new Date(7), deep: { list: [1, { two: null }] } },
    { _id: 'ra-2', rev: 3, used: 9 },
  ] as never[]);
  await way.store.collection('identities').insertMany([
    { _id: 'ra-1', rev: 1, orders: 1 },
    { _id: 'ra-2', rev: 1, orders: 2 },
    { _id: 'ra-3', rev: 1, orders: 3 },
  ] as never[]);
});
afterAll(() => way.close());

const ask = (questions: Question[]) =>
  way.store.inTransaction((session) => way.store.readAll(session, questions));
const ours = { _id: { $in: ['ra-1', 'ra-2', 'ra-3', 'ra-4'] } };
const questions: Question[] = [
  { collection: 'orders', where: ours },
  { collection: 'credits', where: ours, sort: { _id: 1 } },
  { collection: 'identities', where: ours, sort: { orders: -1 }, limit: 2 },
  { collection: 'credits', where: { _id: 'ra-2' } },
];

test('several questions are answered as each would be alone, in their order', async () => {
  const alone = await Promise.all(questions.map(async (question) => (await ask([question]))[0]));
  expect(await ask(questions)).toEqual(alone);
  expect(alone.map((found) => found!.map(({ _id }) => _id))).toEqual([
    [],
    ['ra-1', 'ra-2'],
    ['ra-3', 'ra-2'],
    ['ra-2'],
  ]);
  expect(alone[1]![0]).toEqual({
    _id: 'ra-1',
    rev: 1,
    used: 5,
    at: new Date(7),
    deep: { list: [1, { two: null }] },
  });
});

test('they see what their own transaction has written, and nothing else', async () => {
  const seen = await way.store.inTransaction(async (session) => {
    await way.store.writeAll(session, [
      { set: 'identities', where: { _id: 'ra-2', rev: 1 }, fields: { orders: 8 } },
      { insert: 'credits', document: { _id: 'ra-4', rev: 1 } },
    ]);
    const [outside] = await way.store.inTransaction((other) =>
      way.store.readAll(other, questions.slice(1, 2)),
    );
    const inside = await way.store.readAll(session, questions);
    await session.abortTransaction();
    session.startTransaction();
    return { outside, inside };
  });
  expect(seen.outside!.map(({ _id }) => _id)).toEqual(['ra-1', 'ra-2']);
  expect(seen.inside[1]!.map(({ _id }) => _id)).toEqual(['ra-1', 'ra-2', 'ra-4']);
  expect(seen.inside[2]!.map(({ orders }) => orders)).toEqual([8, 3]);
});

test('no question, no command', async () => {
  expect(await ask([])).toEqual([]);
});
