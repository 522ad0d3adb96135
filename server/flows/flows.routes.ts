import { z } from 'zod';
import {
  compileAnswerSchema,
  flowRowSchema,
  flowSaveSchema,
  flowViewSchema,
  simulateAnswerSchema,
  simulateSchema,
} from '../../rules-library/contract/flows.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { flowSchema } from '../../rules-library/schema/flow.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { badInput, notFound, RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Compiler } from '../releases/publish-release.handler.ts';
import type { ReleaseSwitch } from '../releases/release-switch.ts';
import { records, type Store } from '../store/store.ts';
import { currentContents } from './current-contents.ts';
import { simulate, type FactsOfOrder } from './simulate.ts';
import { drawingOf, flowRow, flowView, type LiveFlow, type StoredFlow } from './stored-flow.ts';

export interface FlowRoutesOptions {
  door: Door;
  store: Store;
  releases: ReleaseSwitch;
  compiler: Pick<Compiler, 'compile'>;
  factsOfOrder: FactsOfOrder;
}

const idParam = z.object({ id: z.string().max(64) });
const what = { zh: '规则流', en: 'rule flow' };
/** The largest drawings the schema allows. */
const drawing = { limit: 4 * 1_048_576, maxValues: 400_000 };

/** Drafts: list, read, save, compile, try. */
export function flowRoutes({ door, store, releases, compiler, factsOfOrder }: FlowRoutesOptions): Route[] {
  const flows = records<StoredFlow>(store, 'flows');
  const named = (facts: readonly string[]) => currentContents(store, facts);
  const liveOf = (id: string): LiveFlow | undefined => {
    const release = releases.current();
    const live = release?.flows.get(id);
    return release === null || live === undefined
      ? undefined
      : { release: release.number, logicHash: live.logicHash };
  };
  const viewOf = (stored: StoredFlow) =>
    flowView(stored, liveOf(stored._id), compiler.compile(drawingOf(stored)).problems);
  const find = async (id: string): Promise<StoredFlow> => {
    const stored = await flows.byId(id);
    if (stored === null) throw notFound(what, id);
    return stored;
  };
  const save = async (
    body: z.output<typeof flowSaveSchema>,
    actor: Actor,
    key: string | undefined,
  ): Promise<StoredFlow> => {
    const executed = await door.execute(
      {
        name: 'save-flow',
        target: `flow:${body.flow.id}`,
        input: body,
        key,
        bytes: 2000 + 200 * body.flow.nodes.length,
      },
      actor,
    );
    if (!executed.ok && executed.refusal.code === 'version-moved') {
      throw new RequestError('version-moved', executed.refusal.message, {
        details: { current: viewOf(await find(body.flow.id)) },
      });
    }
    answerOf(executed);
    return find(body.flow.id);
  };

  return [
    defineRoute({
      method: 'get',
      path: '/flows',
      summary: { zh: '规则流，按先后排列', en: 'Rule flows, by rank' },
      access: { kind: 'read', read: 'flows' },
      answers: { 200: z.object({ items: z.array(flowRowSchema), next: z.null() }) },
      async handle() {
        const stored = await flows.find({}, { limit: 2000 });
        const isTrigger = (kind: string) => vocabulary.blocks.get(kind)?.category === 'trigger';
        const items = stored
          .map((one) => flowRow(one, liveOf(one._id), compiler.compile(drawingOf(one)).problems, isTrigger))
          .sort((left, right) => left.rank - right.rank || (left.id < right.id ? -1 : 1));
        return { body: { items, next: null } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows',
      summary: { zh: '新建规则流草稿', en: 'Make a draft of a new rule flow' },
      access: { kind: 'command', command: 'save-flow' },
      body: z.object({ flow: flowSchema }),
      ...drawing,
      answers: { 201: flowViewSchema },
      async handle({ body, actor, idempotencyKey }) {
        const stored = await save({ flow: body.flow, version: 0 }, actor, idempotencyKey);
        return { status: 201, body: viewOf(stored) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/flows/:id',
      summary: { zh: '一个规则流的草稿', en: 'The draft of one rule flow' },
      access: { kind: 'read', read: 'flows' },
      params: idParam,
      answers: { 200: flowViewSchema },
      handle: async ({ params }) => ({ body: viewOf(await find(params.id)) }),
    }),
    defineRoute({
      method: 'put',
      path: '/flows/:id',
      summary: { zh: '保存草稿（核对版本），从不发布', en: 'Save a draft (version check); never publishes' },
      access: { kind: 'command', command: 'save-flow' },
      params: idParam,
      body: flowSaveSchema,
      ...drawing,
      answers: { 200: flowViewSchema },
      async handle({ params, body, actor, idempotencyKey }) {
        if (body.flow.id !== params.id) {
          throw badInput(
            {
              zh: `地址里是「${params.id}」，内容里是「${body.flow.id}」，请保持一致。`,
              en: `The address says "${params.id}", the content "${body.flow.id}". Make them the same.`,
            },
            'flow.id',
          );
        }
        return { body: viewOf(await save(body, actor, idempotencyKey)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/:id/compile',
      summary: { zh: '草稿编成的规则和要改的地方', en: 'The rules a draft compiles to, and what to mend' },
      access: { kind: 'read', read: 'flows' },
      params: idParam,
      body: z.object({}),
      answers: { 200: compileAnswerSchema },
      async handle({ params }) {
        const { rules, derived, problems } = compiler.compile(drawingOf(await find(params.id)));
        return { body: { rules, derived, problems } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/:id/simulate',
      summary: { zh: '用一个订单或一组数据试跑草稿', en: 'Try a draft on an order or on given facts' },
      access: { kind: 'read', read: 'flows' },
      params: idParam,
      body: simulateSchema,
      answers: { 200: simulateAnswerSchema },
      async handle({ params, body }) {
        const compiled = compiler.compile(drawingOf(await find(params.id)));
        return { body: await simulate(compiled, body, factsOfOrder, named) };
      },
    }),
  ];
}
