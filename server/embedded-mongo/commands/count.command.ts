import type { Document } from 'bson';
import { compareBson, compileFilter, encodeKey } from '../query/index.ts';
import { keyText } from '../storage/keys.ts';
import { scan, startOf } from '../storage/scan.ts';
import { Search } from '../storage/search.ts';
import { FieldPicker } from '../wire/raw-bson.ts';
import { topLevel, type Collection } from '../storage/collection.ts';
import { existing } from './collection-of.ts';
import type { CommandSpec, Context } from './command.ts';
import { optionalCount, optionalDocument } from './fields.ts';
import { reading } from './find.command.ts';
import { StoreError } from '../errors.ts';

/** Visits every document a filter finds. */
async function eachMatch(
  context: Context,
  collection: Collection,
  filter: Document,
  visit: (bytes: Uint8Array) => boolean,
): Promise<void> {
  await reading(context, async (view) => {
    const search = new Search(collection, filter);
    const plan = search.plan(view);
    const end = await scan(
      view,
      collection,
      plan,
      startOf(plan),
      (_record, bytes) => (plan.exact || search.matches(bytes) ? visit(bytes) : true),
      context.deadline,
    );
    if (end) for (const { bytes } of search.own(view, plan)) if (!visit(bytes)) break;
  });
}

/** `count`, which `estimatedDocumentCount` sends. */
export const count: CommandSpec = {
  fields: ['query', 'limit', 'skip'],
  inTransaction: 'refused',
  async run(context) {
    const { command } = context;
    const filter = optionalDocument(command, 'query') ?? {};
    const limit = optionalCount(command, 'limit') || Infinity;
    const skip = optionalCount(command, 'skip') ?? 0;
    const collection = existing(context);
    if (!collection) {
      compileFilter(filter);
      return { n: 0 };
    }
    let n = 0;
    await eachMatch(context, collection, filter, () => ++n < skip + limit);
    return { n: Math.max(0, n - skip) };
  },
};

/** `distinct`: the different values at a path, elements of arrays each by themselves, in BSON order. */
export const distinct: CommandSpec = {
  fields: ['key', 'query'],
  inTransaction: 'allowed',
  async run(context) {
    const { command } = context;
    const key = command.key as unknown;
    if (typeof key !== 'string' || key === '') {
      throw new StoreError(14, 'TypeMismatch', "field 'key' of distinct must be a non-empty string");
    }
    const filter = optionalDocument(command, 'query') ?? {};
    const collection = existing(context);
    if (!collection) {
      compileFilter(filter);
      return { values: [] };
    }
    const picker = new FieldPicker([topLevel(key)]);
    const found = new Map<string, unknown>();
    await eachMatch(context, collection, filter, (bytes) => {
      for (const value of valuesAt(picker.pick(bytes), key.split('.'))) {
        const text = keyText(encodeKey([value], [1]));
        if (!found.has(text)) found.set(text, value);
      }
      return true;
    });
    return { values: [...found.values()].sort(compareBson) };
  },
};

function valuesAt(value: unknown, path: string[]): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined)
    return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
  if (Array.isArray(value)) {
    const items = value as unknown[];
    if (/^\d+$/.test(step) && Number(step) < items.length) return valuesAt(items[Number(step)], rest);
    return items.flatMap((item) => (Array.isArray(item) ? [] : valuesAt(item, path)));
  }
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return [];
  return valuesAt((value as Document)[step], rest);
}
