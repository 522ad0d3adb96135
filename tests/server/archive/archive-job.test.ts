import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArchiveJob } from '../../../server/archive/archive-job.ts';
import { rebuildArchive } from '../../../server/archive/rebuild-archive.ts';
import { timedId } from '../../../server/door/press-id.ts';
import { models } from '../../../server/models.ts';
import { Store } from '../../../server/store/store.ts';
import { testUri } from '../../support/store.ts';
import { silent } from '../../support/way.ts';
import { contentsOf, filesOf, inFolder } from './support.ts';

let store: Store;
beforeAll(async () => {
  store = await Store.connect(testUri(), models);
});
afterAll(() => store.close());

const first = Date.UTC(2026, 2, 1);
const hour = 3_600_000;

/** A decision as the door commits it: its id tells when its command came, `at` when it was decided. */
function committed(hours: number, total: number, list: boolean) {
  const arrived = first + Math.floor(hours * hour);
  const facts = { 'event.type': 'order.received', 'order.total': total };
  const lists = list ? [{ id: 'blocked', version: 1, hash: 'h1' }] : [];
  const body = JSON.stringify({ facts, lists, matched: [], effects: [], overridden: [], unknown: [] });
  return {
    _id: timedId('d', arrived),
    rev: 1,
    subject: `order:O${total}`,
    event: 'order.received',
    at: arrived + 20,
    release: 1,
    releaseHash: 'x',
    body,
    alerts: [],
  };
}

test('holds exactly what was committed, whenever it looked; made again it has the same bytes', async () => {
  await store
    .collection('listContents')
    .insertOne({ _id: 'h1', rev: 1, list: 'blocked', at: 0, entries: ['A', 'B'] } as never);
  const decision = fc.record({
    hours: fc.double({ min: 0, max: 72, noNaN: true }),
    total: fc.nat(),
    list: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(decision, { minLength: 1, maxLength: 25 }),
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 4 }),
      async (made, looks) => {
        await store.collection('decisions').deleteMany({});
        const decisions = made.map(({ hours, total, list }) => committed(hours, total, list));
        decisions.sort((one, other) => (one._id < other._id ? -1 : 1));
        await inFolder(async (folder) => {
          const options = { store, log: silent, folder: `${folder}/archive` };
          let known = 0;
          for (const hours of [...looks.toSorted((a, b) => a - b), 200]) {
            const now = first + hours * hour;
            // What is not committed yet at a look comes later than anything that is.
            const there = decisions.filter(({ at }) => at <= now);
            if (there.length > known)
              await store.collection('decisions').insertMany(there.slice(known) as never);
            known = there.length;
            await new ArchiveJob(options).archiveOnce(now);
            const days = new Set(
              (await contentsOf(options.folder)).map(({ at }) => Math.floor(at / (24 * hour))),
            );
            expect(days.has(Math.floor(now / (24 * hour)))).toBe(false);
          }
          const facts = decisions.map(({ _id, at, subject, body }) => {
            const read = JSON.parse(body);
            const entries = read.lists.length === 0 ? {} : { 'list.blocked': ['A', 'B'] };
            return { id: _id, at, subject, release: 1, facts: { ...read.facts, ...entries } };
          });
          expect(await contentsOf(options.folder)).toEqual(facts);
          const before = filesOf(options.folder);
          expect(await rebuildArchive(options)).toBe(decisions.length);
          expect(filesOf(options.folder)).toEqual(before);
        });
      },
    ),
    { numRuns: 12 },
  );
});

test('a decision whose command came less than two minutes ago is left alone: an earlier one may still be committed', async () => {
  await store.collection('decisions').deleteMany({});
  const midnight = first + 24 * hour;
  await store
    .collection('decisions')
    .insertMany([committed(23.9, 1, false), committed(24.1, 2, false)] as never);
  await inFolder(async (folder) => {
    const job = new ArchiveJob({ store, log: silent, folder: `${folder}/archive` });
    expect(await job.archiveOnce(midnight + 60_000)).toBe(0);
    expect(await job.archiveOnce(midnight + 121_000)).toBe(1);
    expect(await job.archiveOnce(midnight + hour)).toBe(0);
  });
});
