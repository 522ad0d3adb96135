import { z } from 'zod';
import {
  importIdSchema,
  importRowSchema,
  importsAnswerSchema,
  importSchema,
  stagedPartSchema,
  verdictCountsSchema,
  verdicts,
} from '../../rules-library/contract/imports.ts';
import { importKindOf } from '../../rules-library/tables/import-kinds.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { mayPress, notYourButton, type Permissions } from '../door/permission.ts';
import { answerOf } from '../http/executed.ts';
import { notFound, RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { isoTime } from '../orders/order-view.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { records, type Store } from '../store/store.ts';
import { readExcelClosed } from './excel-closed.ts';
import { importView } from './import-view.ts';
import { readRows } from './read-rows.ts';
import type { StoredImport } from './stored-import.ts';

export interface ImportRoutesOptions {
  door: Door;
  store: Store;
  vault: PersonalVault;
  permissions: Permissions;
}

const idParam = z.object({ id: importIdSchema });
const readable = { kind: 'read', read: 'catalog', buttons: ['stage-import'] } as const;

/** Files: bringing their rows, and how far each is. Taking one in is `POST /commands/apply-import`. */
export function importRoutes({ door, store, vault, permissions }: ImportRoutesOptions): Route[] {
  const imports = records<StoredImport>(store, 'imports');
  const known = async (id: string): Promise<StoredImport> => {
    const found = await imports.byId(id);
    if (found === null) throw notFound({ zh: '导入', en: 'import' }, id);
    return found;
  };
  return [
    defineRoute({
      method: 'put',
      path: '/imports/:id/parts/:part',
      summary: {
        zh: '送来文件的下一批行（最多 500 行），看会改什么；还不生效',
        en: 'Bring the next rows of a file (500 at most) to see what they would change; nothing takes effect',
      },
      access: { kind: 'command', command: 'stage-import' },
      params: idParam.extend({ part: z.coerce.number().int().min(0).max(1000) }),
      body: stagedPartSchema,
      limit: 2 * 1_048_576,
      answers: {
        200: z.object({
          import: z.string(),
          state: z.string(),
          staged: z.int(),
          counts: verdictCountsSchema,
        }),
      },
      async handle({ params, body, actor, request }) {
        refuseOthers(permissions, body.kind, actor);
        const input = { ...body, import: params.id, part: params.part };
        const bytes = Number(request.headers['content-length'] ?? 0) || 100_000;
        return { body: answerOf(await door.execute({ name: 'stage-import', input, bytes }, actor)).result };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/imports',
      summary: { zh: '导入过的文件，新的在前', en: 'Files that were brought, the newest first' },
      access: readable,
      query: z.object({
        limit: z.coerce.number().int().min(1).max(100).default(20),
        cursor: z.coerce.number().int().optional(),
      }),
      answers: { 200: importsAnswerSchema },
      async handle({ query: { limit, cursor } }) {
        const before = cursor === undefined ? {} : { at: { $lt: cursor } };
        const found = await imports.find(before, { sort: { at: -1 }, limit: limit + 1 });
        const page = found.slice(0, limit);
        const closed = await readExcelClosed(store);
        return {
          body: {
            items: page.map(importView),
            next: found.length > limit ? String(page.at(-1)!.at) : null,
            closed: closed === null ? null : { at: isoTime(closed.at), by: closed.by },
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/imports/:id',
      summary: { zh: '一个导入到哪一步', en: 'How far one import is' },
      access: readable,
      params: idParam,
      answers: { 200: importSchema },
      handle: async ({ params }) => ({ body: importView(await known(params.id)) }),
    }),
    defineRoute({
      method: 'get',
      path: '/imports/:id/rows',
      summary: {
        zh: '导入的行：会改什么；导入之后是没收的行',
        en: 'Rows of an import: what they would change; afterwards those that were not taken',
      },
      access: readable,
      params: idParam,
      query: z.object({
        verdict: z.enum(verdicts),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        cursor: z
          .string()
          .regex(/^\d{1,4}\.\d{1,4}$/)
          .optional(),
      }),
      answers: { 200: z.object({ items: z.array(importRowSchema), next: z.string().nullable() }) },
      async handle({ params, query, actor }) {
        const found = await known(params.id);
        refuseOthers(permissions, found.kind, actor);
        return { body: await readRows(store, vault, found._id, query) };
      },
    }),
  ];
}

/** Whoever brings a file, or looks into it, may press what its rows press. */
function refuseOthers(permissions: Permissions, kind: string, actor: Actor): void {
  for (const button of importKindOf(kind)?.buttons ?? []) {
    const command = vocabulary.commands.get(button);
    if (command === undefined || mayPress(permissions, command, actor)) continue;
    const { code, message } = notYourButton(command);
    throw new RequestError(code, message);
  }
}
