import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHashes, archivedDecision } from '../../../server/archive/archived-decision.ts';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { anOrder, connector, openWay, person, release } from '../../support/way.ts';

const columns = [
  { id: 'hours', label: { zh: '时效', en: 'Hours' }, type: 'hours' },
  { id: 'until', label: { zh: '截止', en: 'Until' }, type: 'time' },
];
/** Tags an order whose city is served within a day. */
const flow = {
  id: 'near',
  name: { zh: '近', en: 'Near' },
  nodes: [
    { id: 'start', kind: 'order.received' },
    { id: 'sla', kind: 'lookup', params: { table: 'city-sla', by: 'shipTo.city', columns } },
    {
      id: 'check',
      kind: 'condition-group',
      params: {
        conditions: { all: [{ fact: 'near.sla.hours', operator: 'lessThanInclusive', value: 24 }] },
        whenMissing: 'no',
      },
    },
    { id: 'tag', kind: 'set-tag', params: { tag: '近' } },
  ],
  edges: [
    { from: { node: 'start', port: 'next' }, to: 'sla' },
    { from: { node: 'sla', port: 'next' }, to: 'check' },
    { from: { node: 'check', port: 'yes' }, to: 'tag' },
  ],
};

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay({ release: release(2, flow) });
});
afterAll(() => way.close());

const setTable = async (rows: unknown[]): Promise<string> => {
  const input = { kind: 'tables', items: [{ id: 'city-sla', columns, rows }] };
  const executed = await way.door.execute({ name: 'import-catalog', input }, person('steward'));
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  expect(executed.outcome.result).toMatchObject({ rejected: [] });
  const stored: any = await way.store.collection('tables').findOne({ _id: 'city-sla' } as never);
  return stored.hash as string;
};
const decided = async (city: string) => {
  const executed = await way.door.execute(
    { name: 'ingest-order', input: anOrder({ shipTo: { city } }) },
    connector,
  );
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  const { decision }: any = executed.outcome.result;
  const stored: any = await way.store.collection('decisions').findOne({ _id: decision.id } as never);
  return { tagged: decision.events.length === 1, body: bodyOf(stored), stored };
};

describe('tables a decision looks up', () => {
  test('one that the catalogue does not have gives nothing', async () => {
    const { tagged, body } = await decided('南京');
    expect(tagged).toBe(false);
    expect(body.tables).toEqual([{ id: 'city-sla', version: 0, hash: '' }]);
  });

  test('are named by version, kept once, and hold for the very next order', async () => {
    const one = await setTable([{ key: '南京', values: { hours: 24 } }]);
    const first = await Promise.all([decided('南京'), decided('拉萨')]);
    expect(first.map(({ tagged }) => tagged)).toEqual([true, false]);
    expect(first[0]!.body.tables).toEqual([{ id: 'city-sla', version: 1, hash: one }]);
    const two = await setTable([
      { key: '南京', values: { hours: 96 } },
      { key: '拉萨', values: { hours: 20, until: '2026-03-01T10:00:00+08:00' } },
      { key: '__proto__', values: { hours: 1 } },
    ]);
    const later = await decided('拉萨');
    expect(later).toMatchObject({ tagged: true, body: { tables: [{ version: 2, hash: two }] } });
    expect((await decided('南京')).tagged).toBe(false);
    const kept = (await way.all('listContents')).map(({ _id, table }) => [_id, table]);
    expect(kept).toEqual(
      expect.arrayContaining([
        [one, 'city-sla'],
        [two, 'city-sla'],
      ]),
    );
    expect(kept).toHaveLength(2);
  });

  test('are no part of the facts that are stored, and stand in the archive as they were', async () => {
    const hash = await setTable([{ key: '南京', values: { hours: 24, until: '2026-03-01T10:00:00+08:00' } }]);
    const { body, stored } = await decided('南京');
    expect(Object.keys(body.facts).filter((id) => id.startsWith('table.'))).toEqual([]);
    expect(contentHashes([body])).toEqual([hash]);
    const [content] = (await way.all('listContents')).filter(({ _id }) => _id === hash);
    const { facts } = archivedDecision(stored, body, new Map([[hash, content!.entries as unknown[]]]));
    expect(facts['table.city-sla']).toEqual({
      南京: { hours: 24, until: Date.parse('2026-03-01T10:00:00+08:00') },
    });
  });
});
