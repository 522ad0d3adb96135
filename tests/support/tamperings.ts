import { readFileSync, renameSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfEntry } from '../../server/audit/audit-entry.ts';
import { contentHash } from '../../server/canonical.ts';
import type { Random } from '../../server/rehearsal/chain/random.ts';
import type { AuditWorld } from './audit-world.ts';

/** Takes what it did back. */
type Undo = () => Promise<void> | void;
export type Tampering = (world: AuditWorld, random: Random) => Promise<Undo>;

type Stored = Record<string, any> & { _id: string };

const fields =
  'at command target actor actorKind actorName roles reason voucher release decision text before after refused'.split(
    ' ',
  );

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random.next() * items.length)]!;
const all = (world: AuditWorld, name: string): Promise<Stored[]> => world.all(name);
const sealed = async (world: AuditWorld): Promise<Stored[]> =>
  (await all(world, 'audit')).filter((entry) => entry.sealed);

/** Puts documents in the place of what is there; null removes. */
async function write(
  world: AuditWorld,
  name: string,
  changes: readonly (readonly [id: string, document: Stored | null])[],
): Promise<Undo> {
  const collection = world.store.collection(name);
  const put = async (id: string, document: Stored | null): Promise<void> => {
    await collection.deleteOne({ _id: id } as never);
    if (document !== null) await collection.insertOne(document as never);
  };
  const before = new Map((await all(world, name)).map((document) => [document._id, document]));
  // `n` is unique: all are taken out before any is put in.
  for (const [id] of changes) await put(id, null);
  for (const [id, document] of changes) await put(id, document);
  return async () => {
    for (const [id] of changes) await put(id, null);
    for (const [id] of changes) await put(id, before.get(id) ?? null);
  };
}

const entry =
  (change: (entry: Stored, random: Random) => Stored | null): Tampering =>
  async (world, random) => {
    const chosen = pick(await sealed(world), random);
    return write(world, 'audit', [[chosen._id, change(structuredClone(chosen), random)]]);
  };

const link =
  (change: (seal: Stored, random: Random) => Stored | null): Tampering =>
  async (world, random) => {
    const chosen = pick(await all(world, 'seals'), random);
    return write(world, 'seals', [[chosen._id, change(structuredClone(chosen), random)]]);
  };

const otherField = (document: Stored, random: Random): Stored => {
  document[pick(fields, random)] = `other ${random.next()}`;
  return document;
};

function resealed({ _id, rev, hash: _hash, ...content }: Stored): Stored {
  return { _id, rev, ...content, hash: contentHash(content) };
}

const forged =
  (more: Record<string, unknown>): Tampering =>
  async (world, random) => {
    const { seal, ...chosen } = pick(await sealed(world), random);
    const made = { seal, ...chosen, _id: `${chosen._id}-${random.next()}`, ...more } as Stored;
    if (made.seal === undefined) delete made.seal;
    return write(world, 'audit', [[made._id, { ...made, hash: hashOfEntry(made as never) }]]);
  };

/** One file beside the store, as text lines. */
const fileLines =
  (choose: (world: AuditWorld) => string[], change: (lines: string[], random: Random) => string[]) =>
  async (world: AuditWorld, random: Random): Promise<Undo> => {
    const file = pick(choose(world), random);
    const before = readFileSync(file);
    const lines = before.toString().trimEnd().split('\n');
    writeFileSync(file, `${change(lines, random).join('\n')}\n`);
    return () => writeFileSync(file, before);
  };

const without = (lines: string[], random: Random): string[] =>
  lines.toSpliced(Math.floor(random.next() * lines.length), 1);
const swapped = (lines: string[], random: Random): string[] => {
  const at = Math.floor(random.next() * (lines.length - 1));
  return lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!);
};
const otherByte = (lines: string[], random: Random): string[] => {
  const at = Math.floor(random.next() * lines.length);
  const line = lines[at]!;
  const place = Math.floor(random.next() * line.length);
  const put = line[place] === '7' ? '8' : '7';
  return lines.with(at, line.slice(0, place) + put + line.slice(place + 1));
};

const log = (world: AuditWorld): string[] => [world.files.log];
const dayFiles = (world: AuditWorld): string[] =>
  readdirSync(world.files.folder).map((name) => join(world.files.folder, name));

/** Everything somebody with the store, the files, or both may try, by name. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'an entry changed': entry(otherField),
  'an entry changed, its hash made new': entry((document, random) => {
    const changed = otherField(document, random);
    return { ...changed, hash: hashOfEntry(changed as never) };
  }),
  'an entry removed': entry(() => null),
  'an entry said to be not sealed yet': entry((document) => ({ ...document, sealed: false })),
  'an entry said to be of another link': entry((document) => ({ ...document, seal: document.seal + 1 })),
  'two entries in each other’s place': async (world, random) => {
    const [one, other] = [pick(await sealed(world), random), pick(await sealed(world), random)];
    if (one._id === other._id) return tamperings['an entry removed']!(world, random);
    return write(world, 'audit', [
      [one._id, { ...other, _id: one._id }],
      [other._id, { ...one, _id: other._id }],
    ]);
  },
  'everything about one object removed': async (world, random) => {
    const { target } = pick(await sealed(world), random);
    const about = (await sealed(world)).filter((one) => one.target === target);
    return write(
      world,
      'audit',
      about.map(({ _id }) => [_id, null]),
    );
  },
  'a forged entry of a link': forged({}),
  'a forged entry of no link': forged({ seal: undefined }),
  'a forged entry of a link to come': forged({ seal: 1_000_000 }),
  'an entry that waits changed': async (world, random) => {
    const waiting = (await all(world, 'audit')).find((one) => !one.sealed)!;
    return write(world, 'audit', [[waiting._id, otherField(structuredClone(waiting), random)]]);
  },
  'a link removed': link(() => null),
  'a link’s entries in another order': link((seal) => ({ ...seal, entries: seal.entries.toReversed() })),
  'a link without one of its entries': link((seal) => ({ ...seal, entries: seal.entries.slice(1) })),
  'a link changed, its hash made new': link((seal) => resealed({ ...seal, entries: seal.entries.slice(1) })),
  'two links in each other’s place': async (world, random) => {
    const seals = await all(world, 'seals');
    const at = Math.floor(random.next() * (seals.length - 1));
    const [one, other] = [seals[at]!, seals[at + 1]!];
    return write(world, 'seals', [
      [one._id, { ...one, n: other.n }],
      [other._id, { ...other, n: one.n }],
    ]);
  },
  'the chain written anew from a link on': async (world, random) => {
    const seals = (await all(world, 'seals')).sort((a, b) => a.n - b.n);
    // The last link has a checkpoint, so every rewriting meets one.
    const from = Math.floor(random.next() * seals.length);
    const [first] = seals[from]!.entries;
    const old = (await all(world, 'audit')).find(({ _id }) => _id === first.id)!;
    const changed = otherField(structuredClone(old), random);
    const hash = hashOfEntry(changed as never);
    let prev = seals[from]!.prev;
    const rewritten = seals.slice(from).map((seal, index) => {
      const entries = index === 0 ? [{ id: first.id, hash }, ...seal.entries.slice(1)] : seal.entries;
      const made = resealed({ ...seal, entries, prev });
      prev = made.hash;
      return made;
    });
    const undo = await write(world, 'audit', [[old._id, { ...changed, hash }]]);
    const undoSeals = await write(
      world,
      'seals',
      rewritten.map((seal) => [seal._id, seal]),
    );
    return async () => {
      await undo();
      await undoSeals();
    };
  },
  'the end of the chain cut off, entries and all': async (world, random) => {
    const seals = (await all(world, 'seals')).sort((a, b) => a.n - b.n);
    const cut = seals.slice(1 + Math.floor(random.next() * (seals.length - 1)));
    const entries = cut.flatMap((seal) => seal.entries.map(({ id }: { id: string }) => [id, null] as const));
    const undo = await write(world, 'audit', entries);
    const undoSeals = await write(
      world,
      'seals',
      cut.map(({ _id }) => [_id, null]),
    );
    return async () => {
      await undo();
      await undoSeals();
    };
  },
  'a checkpoint changed in the file': fileLines(log, otherByte),
  'a checkpoint removed from the file': fileLines(log, without),
  'two checkpoints in each other’s place': fileLines(log, swapped),
  'a checkpoint removed from the store': async (world, random) => {
    const { _id } = pick(await all(world, 'checkpoints'), random);
    return write(world, 'checkpoints', [[_id, null]]);
  },
  'a byte changed in a day’s file': fileLines(dayFiles, otherByte),
  'a line removed from a day’s file': fileLines(dayFiles, without),
  'two lines in each other’s place in a day’s file': fileLines(dayFiles, swapped),
  'a day’s file cut short': fileLines(dayFiles, (lines) => lines.slice(0, -1)),
  'a day’s file removed': async (world, random) => {
    const file = pick(dayFiles(world), random);
    const before = readFileSync(file);
    rmSync(file);
    return () => writeFileSync(file, before);
  },
  'a day’s file under another day': async (world, random) => {
    const file = pick(dayFiles(world), random);
    const other = file.replace(/audit-\d{4}/, 'audit-1999');
    renameSync(file, other);
    return () => renameSync(other, file);
  },
  'a day’s file forgotten by the store': async (world, random) => {
    const { _id } = pick(await all(world, 'auditFiles'), random);
    return write(world, 'auditFiles', [[_id, null]]);
  },
};
