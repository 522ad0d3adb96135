import { z } from 'zod';
import { freeData } from '../../rules-library/contract/field-group.ts';
import { catalogAnswerSchema } from '../../rules-library/contract/templates.ts';
import { isCatalogKind, type CatalogKind } from '../../rules-library/schema/catalog.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuseTables } from '../imports/excel-closed.ts';
import { records, type Store } from '../store/store.ts';
import { unknownKind } from './import-catalog.handler.ts';
import type { CatalogDocument } from './plan-items.ts';
import { parseCsv } from './parse-csv.ts';

const mostItems = 500;
const megabyte = 1_048_576;
const kindParam = z.object({ kind: z.string().max(40) });
const putBody = z.object({ items: z.array(z.unknown()).min(1).max(mostItems) });

/** Master data: put in by business id, read back. */
export function catalogRoutes(door: Door, store: Store): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/catalog/:kind',
      summary: {
        zh: '按业务编号新增或更新最多 500 条基础资料；没给的项保持不变',
        en: 'Add or update up to 500 items by business id; what is not given stays as it is',
      },
      access: { kind: 'command', command: 'import-catalog' },
      params: kindParam,
      body: putBody,
      alsoAccepts: ['text/csv'],
      limit: 4 * megabyte,
      answers: { 200: catalogAnswerSchema },
      async handle({ params, body, text, actor, idempotencyKey, request }) {
        const kind = known(params.kind);
        if (text !== undefined) await refuseTables(store);
        const items = text === undefined ? body.items : parseCsv(kind, text);
        if (items.length > mostItems) throw tooMany(items.length);
        const { result } = answerOf(
          await door.execute(
            {
              name: 'import-catalog',
              input: { kind, items },
              key: idempotencyKey,
              bytes: Number(request.headers['content-length'] ?? 0) || 100_000,
            },
            actor,
          ),
        );
        return { body: result };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/catalog/:kind',
      summary: { zh: '基础资料，按编号排列', en: 'Master data, by business id' },
      access: { kind: 'read', read: 'catalog' },
      params: kindParam,
      query: z.object({
        limit: z.coerce.number().int().min(1).max(500).default(100),
        cursor: z.string().min(1).max(64).optional(),
        /** Only ids that begin with this. */
        prefix: z.string().min(1).max(64).optional(),
      }),
      answers: {
        200: z.object({ items: z.array(freeData()), next: z.string().nullable() }),
      },
      async handle({ params, query }) {
        const kind = known(params.kind);
        const page = await records<CatalogDocument>(store, kind).find(range(query), {
          sort: { _id: 1 },
          limit: query.limit + 1,
        });
        const shown = page.slice(0, query.limit);
        return {
          body: {
            items: shown.map(({ item }) => item),
            next: page.length > query.limit ? shown.at(-1)!._id : null,
          },
        };
      },
    }),
  ];
}

function known(kind: string): CatalogKind {
  if (isCatalogKind(kind)) return kind;
  const { code, message, path } = unknownKind(kind).refused;
  throw new RequestError(code, message, path === undefined ? {} : { path });
}

function range({ cursor, prefix }: { cursor?: string | undefined; prefix?: string | undefined }) {
  const bounds = {
    ...(cursor === undefined ? {} : { $gt: cursor }),
    ...(prefix === undefined ? {} : { $gte: prefix, $lt: `${prefix}\u{10ffff}` }),
  };
  return Object.keys(bounds).length === 0 ? {} : { _id: bounds };
}

function tooMany(count: number): RequestError {
  return new RequestError(
    'too-large',
    {
      zh: `一次最多 ${mostItems} 条，这里有 ${count} 条，请分几次导入。`,
      en: `At most ${mostItems} items at once, here are ${count}. Import them in several parts.`,
    },
    { path: 'items' },
  );
}
