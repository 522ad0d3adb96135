import type { Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { ListResults } from '../session/cursors.ts';
import type { Collection } from '../storage/collection.ts';
import { scan, startOf } from '../storage/scan.ts';
import { Search } from '../storage/search.ts';
import type { View } from '../storage/view.ts';
import { decode, encode, FieldPicker } from '../wire/raw-bson.ts';
import type { CommandSpec, Context } from './command.ts';
import {
  asDocument,
  collectionName,
  flag,
  numberOf,
  optionalCount,
  optionalDocument,
  requiredList,
} from './fields.ts';
import { firstBatch, reading } from './find.command.ts';
import { fieldsOf } from './pipeline/expressions.ts';
import type { Sink, Stage } from './pipeline/stage.ts';
import { chain, compileStage } from './pipeline/stages.ts';
import { keptOpen, splitAtUnions } from './pipeline/unions.ts';

/** Bytes of results one aggregation may hold. */
const RESULT_BYTES = 100 * 1024 * 1024;

/** The beginning of a pipeline that a search can do, with an index: a filter, an order, a limit behind it. */
interface Lead {
  filter: Document;
  sort: Document | undefined;
  most: number;
  rest: unknown[];
}

function leadOf(pipeline: readonly unknown[]): Lead {
  const lead: Lead = { filter: {}, sort: undefined, most: Infinity, rest: [...pipeline] };
  const take = (name: string): unknown => {
    const stage = lead.rest[0];
    if (stage === null || typeof stage !== 'object' || !Object.hasOwn(stage, name)) return undefined;
    lead.rest.shift();
    return (stage as Document)[name] as unknown;
  };
  const filter = take('$match');
  if (filter !== undefined) lead.filter = asDocument('$match', filter);
  const sort = take('$sort');
  if (sort !== undefined) lead.sort = asDocument('$sort', sort);
  const next = lead.rest[0] as Document | undefined;
  const limit = next && Object.hasOwn(next, '$limit') ? numberOf(next.$limit) : undefined;
  if (limit !== undefined && limit > 0) lead.most = limit;
  return lead;
}

/** Top-level fields the first stage reads from a document; undefined: all. */
function neededFields(stage: Document | undefined): Set<string> | undefined {
  if (!stage) return undefined;
  if (Object.hasOwn(stage, '$count')) return new Set();
  if (Object.hasOwn(stage, '$match')) return undefined;
  return Object.hasOwn(stage, '$group') ? fieldsOf(stage.$group) : undefined;
}

/** Sends what a collection holds through a pipeline; behind it what `$unionWith` brings in of others. */
async function pour(
  context: Context,
  view: View,
  name: string,
  pipeline: readonly unknown[],
  sink: Sink,
): Promise<void> {
  const { first, unions } = splitAtUnions(pipeline);
  const inlets: Sink[] = [];
  let next = sink;
  for (const { then } of unions.toReversed()) {
    const inlet = chain(
      then.map((stage) => compileStage(stage)),
      next,
    );
    inlets.unshift(inlet);
    next = keptOpen(inlet);
  }
  await pourOne(context, view, name, first, next);
  for (const [at, union] of unions.entries()) {
    await pour(context, view, union.collection, union.pipeline, keptOpen(inlets[at]!));
    inlets[at]!.end();
  }
}

/** The same without unions. A collection that does not exist holds nothing. */
async function pourOne(
  context: Context,
  view: View,
  name: string,
  pipeline: readonly unknown[],
  sink: Sink,
): Promise<void> {
  const stages: Stage[] = pipeline.map((stage) => compileStage(stage));
  const lead = leadOf(pipeline);
  const entry = chain(stages.slice(pipeline.length - lead.rest.length), sink);
  const collection = context.store.catalog.find(`${context.db}.${name}`);
  if (collection !== undefined) await run(context, view, collection, lead, entry);
  entry.end();
}

/** Sends everything the search finds into the stages. */
async function run(
  context: Context,
  view: View,
  collection: Collection,
  lead: Lead,
  sink: Sink,
): Promise<void> {
  const search = new Search(collection, lead.filter, lead.sort);
  const needed = neededFields(lead.rest[0] as Document | undefined);
  const picker = needed && new FieldPicker(needed);
  const read = (bytes: Uint8Array): Document => (picker ? picker.pick(bytes) : decode(bytes));
  const plan = search.plan(view);
  if (!plan.sorted || (lead.sort && view.own(collection))) {
    const found = await search.findLater(view, lead.most, context.deadline);
    for (const { bytes } of found) if (!sink.push(read(bytes))) return;
    return;
  }
  const visit = (_record: number, bytes: Uint8Array): boolean =>
    plan.exact || search.matches(bytes) ? sink.push(read(bytes)) : true;
  const end = await scan(view, collection, plan, startOf(plan, needed?.size === 0), visit, context.deadline);
  if (end) for (const { bytes } of search.own(view, plan)) if (!sink.push(read(bytes))) return;
}

function collecting(): { sink: Sink; docs: Uint8Array[] } {
  const docs: Uint8Array[] = [];
  let size = 0;
  return {
    docs,
    sink: {
      push(doc) {
        const bytes = encode(doc);
        size += bytes.length;
        if (size > RESULT_BYTES) {
          throw new StoreError(
            292,
            'QueryExceededMemoryLimitNoDiskUseAllowed',
            `an aggregation gave more than ${RESULT_BYTES} bytes`,
          );
        }
        docs.push(bytes);
        return true;
      },
      end: () => undefined,
    },
  };
}

export const aggregate: CommandSpec = {
  fields: ['pipeline', 'cursor', 'allowDiskUse'],
  inTransaction: 'allowed',
  async run(context) {
    const { command } = context;
    if (typeof command.aggregate !== 'string') {
      throw notAvailable(73, 'InvalidNamespace', 'an aggregation over a whole database');
    }
    const name = collectionName('aggregate', command);
    const pipeline = requiredList(command, 'pipeline');
    const options = optionalDocument(command, 'cursor');
    if (!options) throw new StoreError(9, 'FailedToParse', "The 'cursor' option is required");
    const batchSize = optionalCount(options, 'batchSize');
    flag(command, 'allowDiskUse');
    const { sink, docs } = collecting();
    return reading(context, async (view) => {
      await pour(context, view, name, pipeline, sink);
      const ns = `${context.db}.${name}`;
      return firstBatch(context, view, ns, new ListResults(docs), batchSize, false);
    });
  },
};
