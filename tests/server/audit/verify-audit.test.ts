import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Checkpoints, verifyCheckpoints } from '../../../server/audit/checkpoints.ts';
import { Sealer } from '../../../server/audit/sealer.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { anOrder, connector, flow, openWay, release, silent } from '../../support/way.ts';

const always = { all: [{ fact: 'order.lineCount', operator: 'greaterThan', value: 0 }] };
const rules = release(
  1,
  flow('hold', 'order.received', always, [{ kind: 'hold-order', params: { code: 'other' } }]),
);
const folder = mkdtempSync(join(tmpdir(), 'sluice-audit-'));
const files = { key: join(folder, 'key.pem'), log: join(folder, 'checkpoints.jsonl') };

let way: Awaited<ReturnType<typeof openWay>>;
let checkpoints: Checkpoints;
beforeAll(async () => {
  way = await openWay({ release: rules });
  checkpoints = new Checkpoints(way.store, files, silent);
  const sealer = new Sealer(way.store, silent, null);
  for (let round = 0; round < 12; round++) {
    const inputs = [anOrder(), anOrder()];
    await Promise.all(inputs.map((input) => way.door.execute({ name: 'ingest-order', input }, connector)));
    await sealer.sealOnce();
    if (round % 4 === 3) await checkpoints.take();
  }
});
afterAll(async () => {
  await checkpoints.stop();
  await way.close();
  rmSync(folder, { recursive: true });
});

/** Changes the store, looks, and puts it back. */
async function tampered(name: string, where: object, change: (document: any) => any) {
  const collection = way.store.collection(name);
  const before: any = await collection.findOne(where as never);
  const after = change(structuredClone(before));
  if (after === null) await collection.deleteOne({ _id: before._id });
  else await collection.replaceOne({ _id: before._id }, after);
  const found = { chain: await verifyAudit(way.store), points: await verifyCheckpoints(way.store, files) };
  if (after === null) await collection.insertOne(before);
  else await collection.replaceOne({ _id: before._id }, before);
  return found;
}

describe('the chain of what orders left in the audit', () => {
  test('holds: every entry is what was sealed', async () => {
    expect(await verifyAudit(way.store)).toEqual({ seals: 12, entries: 48, problems: [], next: null });
    expect(await verifyAudit(way.store, 9)).toMatchObject({ seals: 4, problems: [] });
    expect(await verifyCheckpoints(way.store, files)).toEqual({ count: 3, problems: [] });
  });

  test('shows any changed field, a removed entry, a removed and a changed link', async () => {
    const entry: any = await way.store.collection('audit').findOne({ command: 'hold-order' });
    const where = { _id: entry._id };
    const fields = [
      'at',
      'command',
      'target',
      'actor',
      'actorName',
      'reason',
      'voucher',
      'decision',
      'text',
      'after',
    ];
    for (const field of fields) {
      const { chain } = await tampered('audit', where, (document) => ({ ...document, [field]: 'other' }));
      expect(chain.problems, field).toMatchObject([{ entry: entry._id, problem: 'changed' }]);
    }
    const removed = await tampered('audit', where, () => null);
    expect(removed.chain.problems).toMatchObject([{ entry: entry._id, problem: 'missing' }]);
    const link = await tampered('seals', { n: 5 }, () => null);
    expect(link.chain.problems.slice(0, 2)).toMatchObject([
      { seal: 6, problem: 'hole' },
      { seal: 6, problem: 'broken' },
    ]);
    // And the entries it named have no link any more.
    expect(link.chain.problems.slice(2).map(({ problem }) => problem)).toEqual(Array(4).fill('unnamed'));
    const swapped = await tampered('seals', { n: 5 }, (seal) => ({
      ...seal,
      entries: seal.entries.toReversed(),
    }));
    expect(swapped.chain.problems).toMatchObject([{ seal: 5, problem: 'broken' }]);
  });

  test('cut at its end is told by the checkpoints outside the store', async () => {
    const cut = await tampered('seals', { n: 12 }, () => null);
    expect(cut.chain.problems.map(({ seal, problem }) => `${seal} ${problem}`)).toEqual(
      Array(4).fill('0 unnamed'),
    );
    expect(cut.points.problems).toEqual([{ n: 12, problem: 'cut' }]);
    const other = await tampered('seals', { n: 8 }, (seal) => ({ ...seal, hash: 'f'.repeat(64) }));
    expect(other.points.problems).toEqual([{ n: 8, problem: 'changed' }]);
  });

  test('has checkpoints that nobody without the key can write', async () => {
    expect(statSync(files.key).mode & 0o077).toBe(0);
    const before = readFileSync(files.log, 'utf8');
    writeFileSync(files.log, `${before.replaceAll('"n":8', '"n":7')}nonsense\n`);
    expect((await verifyCheckpoints(way.store, files)).problems).toEqual([
      { n: 7, problem: 'forged' },
      { n: 0, problem: 'unreadable' },
    ]);
    writeFileSync(files.log, before);
    // Nothing new: no line.
    expect(await checkpoints.take()).toBe(null);
  });
});
