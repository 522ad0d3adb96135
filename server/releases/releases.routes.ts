import { z } from 'zod';
import {
  activatedSchema,
  checkedSchema,
  publishPreviewSchema,
  publishSchema,
  releaseRowSchema,
} from '../../rules-library/contract/releases.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import type { ReleaseChecks } from '../verify/release-checks.ts';
import type { StoredComparison } from '../verify/verify.model.ts';
import { previewRelease, type PreviewCompiler } from './preview-release.ts';
import type { ReleaseSwitch } from './release-switch.ts';
import { contentOf, releaseRow, type StoredActivation, type StoredRelease } from './release.ts';

export interface ReleaseRoutesOptions {
  door: Door;
  store: Store;
  releases: ReleaseSwitch;
  compiler: PreviewCompiler;
  checks: Pick<ReleaseChecks, 'check'>;
}

const numberParam = z.object({ n: z.string().regex(/^[1-9]\d{0,8}$/) });
const release = { zh: '发布版本', en: 'release' };

/** Publishing, what was published, going back, and taking the rules elsewhere. */
export function releaseRoutes({ door, store, releases, compiler, checks }: ReleaseRoutesOptions): Route[] {
  const stored = records<StoredRelease>(store, 'releases');
  const activations = records<StoredActivation>(store, 'activations');
  const comparisons = records<StoredComparison>(store, 'comparisons');
  const rowOf = async (number: number) => {
    const found = await stored.byId(String(number));
    if (found === null) throw notFound(release, String(number));
    const activation = await activations.byId(String(number));
    const comparison = await comparisons.byId(String(number));
    const active = releases.current()?.number ?? null;
    return releaseRow(found, active, activation ?? undefined, comparison?.state);
  };
  const activated = async (result: Record<string, unknown>) => {
    const { confirmed, waiting } = await releases.confirmed(Number(result.epoch));
    return { release: await rowOf(Number(result.number)), confirmed, waiting };
  };

  return [
    defineRoute({
      method: 'get',
      path: '/releases',
      summary: { zh: '发布版本，新的在前', en: 'Releases, newest first' },
      access: { kind: 'read', read: 'releases' },
      query: z.object({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor: z.coerce.number().int().min(1).optional(),
      }),
      answers: { 200: z.object({ items: z.array(releaseRowSchema), next: z.string().nullable() }) },
      async handle({ query }) {
        const page = await stored.find(query.cursor === undefined ? {} : { number: { $lt: query.cursor } }, {
          sort: { number: -1 },
          limit: query.limit + 1,
        });
        const shown = page.slice(0, query.limit);
        const ids = shown.map(({ _id }) => _id);
        const switched = new Map((await activations.byIds(ids)).map((one) => [one._id, one]));
        const compared = new Map((await comparisons.byIds(ids)).map((one) => [one._id, one.state]));
        const active = releases.current()?.number ?? null;
        return {
          body: {
            items: shown.map((one) => releaseRow(one, active, switched.get(one._id), compared.get(one._id))),
            next: page.length > query.limit ? String(shown.at(-1)!.number) : null,
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/releases/preview',
      summary: { zh: '发布前看看会改变什么', en: 'What publishing would change' },
      access: { kind: 'read', read: 'releases' },
      body: publishSchema,
      answers: { 200: publishPreviewSchema },
      handle: async ({ body }) => ({ body: await previewRelease(store, compiler, body) }),
    }),
    defineRoute({
      method: 'post',
      path: '/releases/check',
      summary: { zh: '发布前检查，不发布', en: 'The check before going live, without publishing' },
      access: { kind: 'command', command: 'publish-release' },
      body: publishSchema,
      answers: { 200: checkedSchema },
      handle: async ({ body }) => ({ body: { check: (await checks.check(body))?.check ?? null } }),
    }),
    defineRoute({
      method: 'post',
      path: '/releases',
      summary: { zh: '发布', en: 'Publish' },
      access: { kind: 'command', command: 'publish-release' },
      body: publishSchema,
      answers: { 201: activatedSchema },
      async handle({ body, actor, idempotencyKey }) {
        const { result } = answerOf(
          await door.execute({ name: 'publish-release', input: body, key: idempotencyKey }, actor),
        );
        return { status: 201, body: await activated(result) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/releases/:n/activate',
      summary: { zh: '回到这个版本', en: 'Go back to this release' },
      access: { kind: 'command', command: 'activate-release' },
      params: numberParam,
      body: z.object({
        reason: z.string().max(500).optional(),
        voucher: z.string().max(120).optional(),
      }),
      answers: { 200: activatedSchema },
      async handle({ params, body, actor, idempotencyKey }) {
        const { result } = answerOf(
          await door.execute(
            {
              name: 'activate-release',
              target: `release:${params.n}`,
              input: {},
              reason: body.reason,
              voucher: body.voucher,
              key: idempotencyKey,
            },
            actor,
          ),
        );
        return { body: await activated(result) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/releases/:n/rules',
      summary: { zh: '导出规则（json-rules-engine 格式）', en: 'The rules, in json-rules-engine format' },
      access: { kind: 'read', read: 'releases' },
      params: numberParam,
      answers: {
        200: z.object({
          number: z.int(),
          hash: z.string(),
          rules: z.array(z.record(z.string(), z.unknown())),
          derived: z.array(z.record(z.string(), z.unknown())),
          sourceMap: z.record(z.string(), z.unknown()),
        }),
      },
      async handle({ params }) {
        const found = await stored.byId(params.n);
        if (found === null) throw notFound(release, params.n);
        const { rules, derived, sourceMap } = contentOf(found);
        return { body: { number: found.number, hash: found.hash, rules, derived, sourceMap } };
      },
    }),
  ];
}
