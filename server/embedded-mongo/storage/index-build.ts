import { setImmediate as nextTurn } from 'node:timers/promises';
import { Blocked, type Conflicts } from '../session/conflicts.ts';
import type { Catalog } from './catalog.ts';
import type { Collection, IndexInfo } from './collection.ts';
import { duplicateKey } from './duplicate.ts';
import type { Engine } from './engine.ts';
import { entriesIn, type Entry } from './entries.ts';
import { docKey, idRange, NO_VALUE, recordOf, recordValue } from './keys.ts';

const AT_ONCE = 250;

interface Place {
  engine: Engine;
  catalog: Catalog;
  sessions: { conflicts: Conflicts };
  tidySoon(): void;
}

/**
 * Fills new indexes from the documents that are there, a few hundred per commit; writers keep them up meanwhile. Throws 11000
 * and takes the indexes back when a unique one cannot be.
 */
export async function buildIndexes(place: Place, collection: Collection, added: IndexInfo[]): Promise<void> {
  const { engine, catalog } = place;
  try {
    await fill(place, collection, added);
  } catch (error) {
    await engine.run(() => removeIndexes(place, collection, added));
    place.tidySoon();
    throw error;
  }
  await engine.run(() => {
    for (const index of added) {
      index.ready = true;
      index.since = engine.commitNumber;
    }
    collection.changed = engine.commitNumber;
    catalog.save(collection);
  });
}

async function fill(place: Place, collection: Collection, added: IndexInfo[]): Promise<void> {
  let after: Buffer | undefined;
  for (;;) {
    try {
      const from = after;
      after = await place.engine.run(() => buildPart(place, collection, added, from));
      if (!after) return;
      await nextTurn();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      await error.holder.ended;
    }
  }
}

/** Indexes the next documents; the last key done, or undefined at the end. Inside a write job. */
function buildPart(
  { engine, sessions: { conflicts } }: Place,
  collection: Collection,
  added: IndexInfo[],
  after: Buffer | undefined,
): Buffer | undefined {
  const { start, end } = idRange(collection.id);
  const rows = [
    ...engine.docs.getRange({
      start: after ?? start,
      end,
      exclusiveStart: after !== undefined,
      limit: AT_ONCE,
    }),
  ];
  const puts = new Map<string, [Entry, number]>();
  for (const { key, value } of rows) {
    const record = recordOf(key);
    const picked = collection.picker.pick(value);
    for (const index of added) {
      for (const entry of entriesIn(collection, index, record, picked)) {
        const text = entry.key.toString('latin1');
        if (index.unique) {
          const holder = conflicts.holderOfKey(text);
          if (holder) throw new Blocked(holder);
          const stored = engine.index.get(entry.key);
          const owner = stored ? recordOf(stored) : puts.get(text)?.[1];
          if (owner !== undefined && owner !== record) throw duplicateKey(collection, index, picked);
        }
        puts.set(text, [entry, record]);
      }
    }
  }
  engine.together(() => {
    for (const [text, [{ index, key }, record]] of puts) {
      if (index.unique) conflicts.noteKey(engine.commitNumber, text);
      void engine.index.put(key, index.unique ? recordValue(record) : NO_VALUE);
    }
  });
  return rows.length === AT_ONCE ? docKey(collection.id, recordOf(rows.at(-1)!.key)) : undefined;
}

/** Takes indexes out; their entries are cleared away later. Inside a write job. */
export function removeIndexes({ engine, catalog }: Place, collection: Collection, gone: IndexInfo[]): void {
  collection.indexes = collection.indexes.filter((index) => !gone.includes(index));
  for (const index of gone) catalog.leftovers.push({ kind: 'index', id: index.id });
  collection.changed = engine.commitNumber;
  catalog.save(collection);
}
