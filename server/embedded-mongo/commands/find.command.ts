import { Long, type Document } from 'bson';
import { compileFilter, compileProjection } from '../query/index.ts';
import { FindResults, type OpenCursor, type Results } from '../session/cursors.ts';
import { StoreError } from '../errors.ts';
import { checkSort, Search } from '../storage/search.ts';
import { ReadView, type View } from '../storage/view.ts';
import { arrayField, decode, documentField, documentOf, elementsOf, encode } from '../wire/raw-bson.ts';
import { existing } from './collection-of.ts';
import type { CommandSpec, Context, Reply } from './command.ts';
import { collectionName, flag, numberOf, optionalCount, optionalDocument, requiredList } from './fields.ts';

const FIRST_BATCH = 101;

/** Runs a read on the transaction's view, or on a snapshot of its own that is let go afterwards. */
export async function reading<T>(context: Context, read: (view: View) => Promise<T>): Promise<T> {
  const { store, transaction } = context;
  if (transaction) return read(transaction);
  const snapshot = store.engine.snapshot();
  try {
    return await read(new ReadView(store.engine, snapshot.transaction, snapshot.number));
  } finally {
    snapshot.done();
  }
}

/** The function a projection makes of bytes; undefined when everything is wanted. The filter tells what `path.$` stands for. */
export function projecting(
  projection: Document | undefined,
  filter: Document,
): ((bytes: Uint8Array) => Uint8Array) | undefined {
  if (!projection || Object.keys(projection).length === 0) return undefined;
  const project = compileProjection(projection, compileFilter(filter));
  return (bytes) => encode(project(decode(bytes)));
}

/** A batch of a cursor as a reply. `id` is zero when nothing is left. */
export function cursorReply(
  batch: 'firstBatch' | 'nextBatch',
  ns: string,
  id: Long,
  docs: Uint8Array[],
): Reply {
  const cursor = documentOf([arrayField(batch, docs), elementsOf({ id, ns })]);
  return documentOf([documentField('cursor', cursor), elementsOf({ ok: 1 })]);
}

/** Sends the first batch and keeps a cursor when more follows. */
export async function firstBatch(
  context: Context,
  view: View,
  ns: string,
  results: Results,
  batchSize: number | undefined,
  single: boolean,
): Promise<Reply> {
  const { docs, done } = await results.next(view, batchSize ?? FIRST_BATCH, context.deadline);
  let id = Long.ZERO;
  if (!done && !single) {
    const { session, transaction, txnNumber } = context;
    const cursor: Omit<OpenCursor, 'id' | 'lastUse'> = {
      ns,
      results,
      session,
      transaction: transaction && txnNumber,
    };
    id = context.store.cursors.add(cursor).id;
  }
  return cursorReply('firstBatch', ns, id, docs);
}

export const find: CommandSpec = {
  fields: ['filter', 'sort', 'limit', 'skip', 'projection', 'batchSize', 'singleBatch'],
  inTransaction: 'allowed',
  run(context) {
    const { command } = context;
    const name = collectionName('find', command);
    const ns = `${context.db}.${name}`;
    const filter = optionalDocument(command, 'filter') ?? {};
    const project = projecting(optionalDocument(command, 'projection'), filter);
    const limit = optionalCount(command, 'limit') || Infinity;
    const skip = optionalCount(command, 'skip') ?? 0;
    const batchSize = optionalCount(command, 'batchSize');
    const collection = existing(context);
    const sort = optionalDocument(command, 'sort');
    if (!collection) {
      compileFilter(filter);
      if (sort) checkSort(sort);
      return cursorReply('firstBatch', ns, Long.ZERO, []);
    }
    const search = new Search(collection, filter, sort);
    return reading(context, (view) => {
      const results = new FindResults(view, { search, skip, limit, project });
      return firstBatch(context, view, ns, results, batchSize, flag(command, 'singleBatch'));
    });
  },
};

function cursorId(value: unknown): Long {
  const number = numberOf(value);
  if (number === undefined) throw new StoreError(14, 'TypeMismatch', 'a cursor id must be a long');
  return value instanceof Long ? value : Long.fromNumber(number);
}

export const getMore: CommandSpec = {
  fields: ['collection', 'batchSize'],
  inTransaction: 'allowed',
  run(context) {
    const { command, store } = context;
    const ns = `${context.db}.${collectionName('collection', command)}`;
    const cursor = store.cursors.get(cursorId(command.getMore), ns);
    const number = context.transaction && context.txnNumber;
    if (cursor.session !== context.session || cursor.transaction !== number) {
      throw new StoreError(
        50738,
        'Location50738',
        `cursor ${cursor.id.toString()} belongs to another session or transaction`,
      );
    }
    const batchSize = optionalCount(command, 'batchSize') || Infinity;
    return reading(context, async (view) => {
      const { docs, done } = await cursor.results.next(view, batchSize, context.deadline);
      if (done) store.cursors.close(cursor.id);
      return cursorReply('nextBatch', ns, done ? Long.ZERO : cursor.id, docs);
    });
  },
};

export const killCursors: CommandSpec = {
  fields: ['cursors'],
  inTransaction: 'allowed',
  run({ command, store }) {
    const cursorsKilled: Long[] = [];
    const cursorsNotFound: Long[] = [];
    for (const value of requiredList(command, 'cursors')) {
      const id = cursorId(value);
      (store.cursors.close(id) ? cursorsKilled : cursorsNotFound).push(id);
    }
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};
