import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { anOrder, connector, flow, openWay, person, release } from '../../support/way.ts';

const far = { all: [{ fact: 'shipTo.province', operator: 'inList', value: { fact: 'list.far' } }] };
const rules = release(2, flow('far', 'order.received', far, [{ kind: 'set-tag', params: { tag: '远' } }]));

let ways: Awaited<ReturnType<typeof openWay>>[];
beforeAll(async () => {
  const first = await openWay({ release: rules });
  ways = [first, await openWay({ uri: first.uri, release: rules })];
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

/** Changes the list through one door; answers the hash of its new content. */
const setList = async (entries: string[]): Promise<string> => {
  const input = { kind: 'lists', items: [{ id: 'far', entries }] };
  const executed = await ways[0]!.door.execute({ name: 'import-catalog', input }, person('steward'));
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  const stored: any = await ways[0]!.store.collection('lists').findOne({ _id: 'far' } as never);
  return stored.hash as string;
};
const decided = async (province: string, door = 0) => {
  const input = anOrder({ shipTo: { province } });
  const executed = await ways[door]!.door.execute({ name: 'ingest-order', input }, connector);
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  const { decision }: any = executed.outcome.result;
  const stored: any = await ways[0]!.store.collection('decisions').findOne({ _id: decision.id } as never);
  return { tagged: decision.events.length === 1, body: bodyOf(stored) };
};

describe('lists a decision reads', () => {
  test('one that the catalogue does not have is empty', async () => {
    expect(await decided('西藏')).toMatchObject({
      tagged: false,
      body: { lists: [{ id: 'far', version: 0 }] },
    });
  });

  test('are named by version, and each version is kept once, whoever decides', async () => {
    const one = await setList(['西藏']);
    const first = await Promise.all([decided('西藏'), decided('江苏省'), decided('西藏', 1)]);
    expect(first.map(({ tagged }) => tagged)).toEqual([true, false, true]);
    expect(first[0]!.body.lists).toEqual([{ id: 'far', version: 1, hash: one }]);
    const two = await setList(['青海', '西藏']);
    expect(await decided('青海')).toMatchObject({
      tagged: true,
      body: { lists: [{ version: 2, hash: two }] },
    });
    await decided('青海', 1);
    const kept = await ways[0]!.all('listContents');
    expect(Object.fromEntries(kept.map(({ _id, entries }) => [_id, entries]))).toEqual({
      [one]: ['西藏'],
      [two]: ['青海', '西藏'],
    });
  });

  test('hold for the very next order of every process, however often they change', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const [isIn, isOut] = turn % 2 === 0 ? ['甘肃', '青海'] : ['青海', '甘肃'];
      await setList([isIn!]);
      const door = turn % ways.length;
      expect(await decided(isIn!, 1 - door)).toMatchObject({ tagged: true });
      expect(await decided(isOut!, door)).toMatchObject({ tagged: false });
    }
  });

  test('are no part of the facts that are stored', async () => {
    const { body } = await decided('西藏');
    expect(Object.keys(body.facts).filter((id) => id.startsWith('list.'))).toEqual([]);
  });
});
