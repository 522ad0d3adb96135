import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditFileError, AuditFiles } from '../../../server/audit/audit-files.ts';
import { verifyFiles } from '../../../server/audit/verify-files.ts';
import { openAuditWorld, type AuditWorld } from '../../support/audit-world.ts';
import { silent } from '../../support/way.ts';

const dayMs = 86_400_000;
let world: AuditWorld;
let other: string;
beforeAll(async () => {
  world = await openAuditWorld(4, 2);
  other = mkdtempSync(join(tmpdir(), 'sluice-audit-other-'));
}, 30_000);
afterAll(async () => {
  await world.close();
  rmSync(other, { recursive: true });
});

const elsewhere = (openDays: number) =>
  new AuditFiles({ store: world.store, log: silent, folder: other, key: world.files.key, openDays });
const names = (folder: string) => readdirSync(folder).toSorted();

describe('files of closed days', () => {
  test('hold the links of a day with their entries, day after day, and are written once', async () => {
    expect(names(world.files.folder)).toHaveLength(2);
    expect(await world.auditFiles.writeOnce()).toEqual([]);
    const lines = names(world.files.folder).flatMap((name) =>
      readFileSync(join(world.files.folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    const links = lines.flatMap(({ seal }) => (seal === undefined ? [] : [seal.n]));
    expect(links).toEqual([1, 2, 3, 4]);
    const named = lines.flatMap(({ seal }) => seal?.entries.map(({ id }: { id: string }) => id) ?? []);
    expect(lines.flatMap(({ entry }) => entry?._id ?? [])).toEqual(named);
    expect(lines.filter(({ end }) => end !== undefined).map(({ end }) => [end.from, end.to])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const report = await verifyFiles(world.store, world.files);
    expect(report).toEqual({ count: 2, entries: named.length, problems: [] });
  });

  test('are the same bytes wherever they are written', async () => {
    await elsewhere(1).writeOnce();
    expect(names(other)).toEqual(names(world.files.folder));
    for (const name of names(other))
      expect(readFileSync(join(other, name)).equals(readFileSync(join(world.files.folder, name)))).toBe(true);
  });

  test('wait until a day is closed, then go on where the last one ended', async () => {
    const now = world.store.clock.now();
    expect(await elsewhere(30).writeOnce(now)).toEqual([]);
    expect(await elsewhere(1).writeOnce(now + 3 * dayMs)).toHaveLength(2);
    expect(names(other)).toHaveLength(4);
  });

  test('are not written of an audit that is not what was sealed', async () => {
    const audit = world.store.collection('audit');
    const [entry] = await audit.find({ sealed: true }).sort({ _id: -1 }).limit(1).toArray();
    await audit.updateOne({ _id: entry!._id }, { $set: { reason: 'another' } });
    const late = world.store.clock.now() + 5 * dayMs;
    await expect(world.auditFiles.writeOnce(late)).rejects.toThrow(AuditFileError);
    await audit.updateOne({ _id: entry!._id }, { $set: { reason: entry!.reason } });
    // The day before was whole and stays written; nothing is left of the other.
    expect(names(world.files.folder)).toHaveLength(3);
    expect(await world.auditFiles.writeOnce(late)).toHaveLength(1);
  });
});
