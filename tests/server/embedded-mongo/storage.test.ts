import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId, type Document } from 'bson';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflicts } from '../../../server/embedded-mongo/session/conflicts.ts';
import {
  behind,
  boundKey,
  entryKey,
  indexPrefix,
  recordOf,
  recordValue,
  docKey,
} from '../../../server/embedded-mongo/storage/keys.ts';
import { lockFolder } from '../../../server/embedded-mongo/storage/lock.ts';
import { Search } from '../../../server/embedded-mongo/storage/search.ts';
import { indexInfo } from '../../../server/embedded-mongo/storage/collection.ts';
import { Store } from '../../../server/embedded-mongo/store.ts';
import { decode, encode } from '../../../server/embedded-mongo/wire/raw-bson.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sluice-storage-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });

describe('keys', () => {
  it('carry record numbers beyond 32 bits', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (collection, record) => {
        expect(recordOf(docKey(collection, record))).toBe(record);
        expect(recordOf(recordValue(record))).toBe(record);
        expect(recordOf(entryKey(Buffer.from('x'), record))).toBe(record);
      }),
    );
  });

  it('end a range behind every key that begins with its prefix, and before every other', () => {
    fc.assert(
      fc.property(bytes, bytes, (prefix, rest) => {
        const end = behind(prefix);
        const inside = Buffer.concat([prefix, rest]);
        if (prefix.some((byte) => byte < 0xff)) expect(Buffer.compare(inside, end)).toBeLessThan(0);
        const other = Buffer.from(rest);
        if (Buffer.compare(other, prefix) > 0 && !other.subarray(0, prefix.length).equals(prefix)) {
          expect(Buffer.compare(other, end)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('keep values longer than lmdb takes apart, and inside the bounds they lie in', () => {
    const long = (text: string): Buffer => Buffer.from(text.repeat(3_000));
    const a = indexPrefix(1, Buffer.concat([long('x'), Buffer.from('a')]));
    const b = indexPrefix(1, Buffer.concat([long('x'), Buffer.from('b')]));
    expect(a.length).toBeLessThan(1_970);
    expect(a.equals(b)).toBe(false);
    const bound = boundKey(1, long('x'));
    expect(Buffer.compare(bound, a)).toBeLessThanOrEqual(0);
    expect(Buffer.compare(behind(bound), a)).toBeGreaterThan(0);
  });
});

describe('the lock of a folder', () => {
  it('is held by one and let go', async () => {
    const folder = join(dir, 'new');
    const unlock = await lockFolder(folder, 0);
    const holder = readFileSync(join(folder, 'lock'), 'utf8');
    expect(holder).toContain(String(process.pid));
    unlock();
    (await lockFolder(folder, 0))();
  });

  it.skipIf(process.platform === 'win32')('closes the folder to others, also one that was open', async () => {
    chmodSync(dir, 0o755);
    const unlock = await lockFolder(dir, 0);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    unlock();
  });

  it('of a dead process is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(dir, 'lock'), `${pid} 1 boot`);
    (await lockFolder(dir, 0))();
  });

  it('of another process with the same number after a restart of the machine is taken over', async () => {
    writeFileSync(join(dir, 'lock'), `${process.ppid} 1 another-boot`);
    if (process.platform === 'linux') (await lockFolder(dir, 0))();
  });

  it('of a living process is refused', async () => {
    const script = `
      import { lockFolder } from './server/embedded-mongo/storage/lock.ts';
      await lockFolder(process.argv[1], 0).then(() => process.exit(0), () => process.exit(3));
    `;
    const unlock = await lockFolder(dir, 0);
    const tried = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dir]);
    expect(tried.status).toBe(3);
    unlock();
  });
});

describe('conflicts', () => {
  const holder = (snapshotNumber: number) => ({ snapshotNumber, ended: Promise.resolve() });

  it('are remembered while a snapshot is older, and forgotten then', () => {
    const conflicts = new Conflicts();
    conflicts.noteRecord(5, 1, 7);
    conflicts.noteKey(5, 'key');
    expect(() => conflicts.claimRecord(holder(4), 1, 7)).toThrow('WriteConflict');
    expect(() => conflicts.claimKey(holder(4), 'key')).toThrow('WriteConflict');
    expect(conflicts.claimRecord(holder(5), 1, 8)).toBe(true);
    conflicts.prune(4);
    expect(() => conflicts.claimRecord(holder(4), 1, 7)).toThrow('WriteConflict');
    conflicts.prune(5);
    expect(conflicts.claimRecord(holder(5), 1, 7)).toBe(true);
  });

  it('keep the newest commit of a record when an older one is forgotten', () => {
    const conflicts = new Conflicts();
    conflicts.noteRecord(5, 1, 7);
    conflicts.noteRecord(6, 1, 7);
    conflicts.prune(5);
    expect(() => conflicts.claimRecord(holder(5), 1, 7)).toThrow('WriteConflict');
  });
});

describe('plans', () => {
  const plan = (filter: Document, sort?: Document) => {
    const { collection } = opened;
    const made = new Search(collection, filter, sort).plan(opened.store.writer);
    return {
      index: made.index?.name ?? 'none',
      sorted: made.sorted,
      exact: made.exact,
      intervals: made.intervals.length,
      reverse: made.reverse,
    };
  };
  let opened: { store: Store; collection: ReturnType<Store['catalog']['create']> };

  beforeEach(async () => {
    const store = new Store(dir, (error) => {
      throw error;
    });
    const collection = await store.engine.run(() => {
      const made = store.catalog.create('db', 'c');
      const specs: Omit<Parameters<typeof indexInfo>[0], 'id'>[] = [
        { name: 'shop_at', key: { shop: 1, at: -1 } },
        { name: 'key', key: { key: 1 }, unique: true },
        { name: 'open', key: { open: 1 }, partial: { open: true } },
        { name: 'tags', key: { tags: 1 } },
      ];
      made.indexes.push(...specs.map((spec) => indexInfo({ id: store.catalog.newId(), ...spec })));
      store.catalog.save(made);
      store.writer.insert(made, encode({ _id: 1, tags: ['a', 'b'] }));
      return made;
    });
    opened = { store, collection };
  });
  afterEach(() => opened.store.close());

  it('look a unique key up, exactly', () => {
    expect(plan({ key: 'k' })).toMatchObject({ index: 'key', exact: true, intervals: 1 });
    expect(plan({ _id: { $in: ['a', 'b', 'a'] } })).toMatchObject({
      index: '_id_',
      exact: true,
      intervals: 2,
    });
    expect(plan({ _id: new ObjectId(), rev: 1 })).toMatchObject({ index: '_id_', exact: false });
  });

  it('use the longest prefix, then the order behind it', () => {
    expect(plan({ shop: 'a' }, { at: -1 })).toMatchObject({ index: 'shop_at', sorted: true, reverse: false });
    expect(plan({ shop: 'a' }, { at: 1 })).toMatchObject({ index: 'shop_at', sorted: true, reverse: true });
    expect(plan({ shop: 'a', at: { $gt: new Date() } }, { at: 1 })).toMatchObject({ sorted: true });
    expect(plan({ shop: { $in: ['a', 'b'] } }, { at: 1 })).toMatchObject({ index: 'shop_at', sorted: false });
    expect(plan({}, { shop: 1, at: -1 })).toMatchObject({ index: 'shop_at', sorted: true });
    expect(plan({}, { shop: 1, at: 1 })).toMatchObject({ index: 'none', sorted: false });
  });

  it('use a partial index only where the filter implies its condition', () => {
    expect(plan({ open: true })).toMatchObject({ index: 'open' });
    expect(plan({ open: false })).toMatchObject({ index: 'none' });
    expect(plan({ open: { $in: [true, false] } })).toMatchObject({ index: 'none' });
  });

  it('take no order from an index over arrays, and test each candidate', () => {
    expect(plan({ tags: 'a' }, { tags: 1 })).toMatchObject({ index: 'tags', sorted: false, exact: false });
  });

  it('use no index for values it does not look up', () => {
    expect(plan({ key: /a/ })).toMatchObject({ index: 'none' });
    expect(plan({ key: /^a/ })).toMatchObject({ index: 'key', exact: false });
    expect(plan({ key: { $gt: null } })).toMatchObject({ index: 'none' });
    expect(plan({ key: ['a'] })).toMatchObject({ index: 'none' });
  });
});

describe('the store opened again', () => {
  it('has its collections, indexes and documents, and goes on numbering records', async () => {
    const open = (): Store =>
      new Store(dir, (error) => {
        throw error;
      });
    let store = open();
    await store.engine.run(() => {
      const made = store.catalog.create('db', 'c');
      made.indexes.push(
        indexInfo({ id: store.catalog.newId(), name: 'n', key: { n: 1 }, partial: { n: { $gt: 1 } } }),
      );
      store.catalog.save(made);
      for (let n = 0; n < 5; n++) store.writer.insert(made, encode({ _id: n, n }));
    });
    const number = store.engine.commitNumber;
    await store.close();
    store = open();
    const collection = store.catalog.find('db.c')!;
    expect(collection.indexes.map(({ name }) => name)).toEqual(['_id_', 'n']);
    await store.engine.run(() => store.writer.insert(collection, encode({ _id: 5, n: 5 })));
    expect(store.engine.commitNumber).toBeGreaterThan(number);
    const found = new Search(collection, { n: { $gt: 2 } }).findNow(store.writer, Infinity)!;
    expect(found.map((item) => Number(decode(item.bytes).n))).toEqual([3, 4, 5]);
    expect(new Set(found.map(({ record }) => record)).size).toBe(3);
    await store.close();
  });

  it('takes back an index whose building was interrupted', async () => {
    mkdirSync(dir, { recursive: true });
    const open = (): Store =>
      new Store(dir, (error) => {
        throw error;
      });
    let store = open();
    await store.engine.run(() => {
      const made = store.catalog.create('db', 'c');
      made.indexes.push(
        indexInfo({ id: store.catalog.newId(), name: 'half', key: { n: 1 }, building: true }),
      );
      store.catalog.save(made);
      store.writer.insert(made, encode({ _id: 1, n: 1 }));
    });
    await store.close();
    store = open();
    expect(store.catalog.find('db.c')!.indexes.map(({ name }) => name)).toEqual(['_id_']);
    while (store.catalog.leftovers.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await store.close();
    store = open();
    expect(store.catalog.leftovers).toEqual([]);
    await store.close();
  });
});
