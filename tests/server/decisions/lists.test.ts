import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { anOrder, connector, flow, openWay, release } from '../../support/way.ts';

const far = { all: [{ fact: 'shipTo.province', operator: 'inList', value: { fact: 'list.far' } }] };
const rules = release(2, flow('far', 'order.received', far, [{ kind: 'set-tag', params: { tag: '远' } }]));

let ways: Awaited<ReturnType<typeof openWay>>[];
beforeAll(async () => {
  const first = await openWay({ release: rules });
  ways = [first, await openWay({ uri: first.uri, release: rules })];
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

const setList = (version: number, entries: string[]) =>
  ways[0]!.store.collection('lists').replaceOne(
    { _id: 'far' } as never,
    {
      rev: version,
      item: { id: 'far', entries },
      version,
      hash: `h${version}`,
      changedAt: 0,
      changedBy: '',
    },
    { upsert: true },
  );
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
    await setList(1, ['西藏']);
    const first = await Promise.all([decided('西藏'), decided('江苏省'), decided('西藏', 1)]);
    expect(first.map(({ tagged }) => tagged)).toEqual([true, false, true]);
    expect(first[0]!.body.lists).toEqual([{ id: 'far', version: 1, hash: 'h1' }]);
    await setList(2, ['青海', '西藏']);
    expect(await decided('青海')).toMatchObject({
      tagged: true,
      body: { lists: [{ version: 2, hash: 'h2' }] },
    });
    await decided('青海', 1);
    const kept = await ways[0]!.all('listContents');
    expect(kept.map(({ _id, entries }) => [_id, entries]).sort()).toEqual([
      ['h1', ['西藏']],
      ['h2', ['青海', '西藏']],
    ]);
  });

  test('are no part of the facts that are stored', async () => {
    const { body } = await decided('西藏');
    expect(Object.keys(body.facts).filter((id) => id.startsWith('list.'))).toEqual([]);
  });
});
