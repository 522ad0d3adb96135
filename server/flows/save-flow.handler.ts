import { vocabulary } from '../../rules-library/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { defineHandler, type Refusal } from '../door/handler.ts';
import { contentHash } from '../canonical.ts';
import { logicHash } from './logic-hash.ts';
import { giveIds } from './give-ids.ts';
import type { StoredFlow } from './stored-flow.ts';

interface Input {
  flow: Flow;
  /** The version it was drawn from; 0 for a new flow. */
  version: number;
}

/** First segments of fact ids: a flow named so would give results the names of facts. */
const taken = new Set([...vocabulary.facts.keys()].map((id) => id.split('.', 1)[0]!));

/** Saves a draft; missing ids are given. A drawing equal to what is stored keeps its version. */
export const saveFlowHandler = defineHandler<Input>({
  name: 'save-flow',
  needs: (press) => [{ collection: 'flows', ids: [press.input.flow.id] }],
  plan(press, state) {
    const flow = giveIds(press.input.flow);
    const before = state.get<StoredFlow>('flows', flow.id);
    const hash = contentHash(flow);
    // Also when the version has moved: then this very save was made before, and only its answer got lost.
    if (before?.hash === hash) return saved(flow, before.version);
    const refusal = refuse(flow, press.input.version, before);
    if (refusal !== undefined) return refusal;
    const stored: StoredFlow = {
      _id: flow.id,
      rev: before?.rev ?? 0,
      version: (before?.version ?? 0) + 1,
      body: JSON.stringify(flow),
      hash,
      logicHash: logicHash(flow),
      savedAt: state.now,
      savedBy: press.actor.id,
      savedByName: press.actor.name,
    };
    return {
      ...saved(flow, stored.version),
      changes: [{ put: 'flows', document: stored }],
      signals: [{ name: 'flow.saved', data: { flow: flow.id, version: stored.version } }],
      audit: {
        before: { version: before?.version ?? 0, logic: before?.logicHash },
        after: { version: stored.version, logic: stored.logicHash },
      },
    };
  },
});

function saved(flow: Flow, version: number) {
  return {
    changes: [],
    result: { flow: flow.id, version },
    text: {
      zh: `「${flow.name.zh}」已保存为第 ${version} 版草稿`,
      en: `"${flow.name.en}" is saved as draft ${version}`,
    },
  };
}

function refuse(flow: Flow, version: number, before: StoredFlow | undefined): Refusal | undefined {
  if (before !== undefined && before.version !== version) {
    return {
      refused: {
        code: 'version-moved',
        message: {
          zh: `${before.savedByName.zh}已保存了更新的版本，请先看看差别再保存。`,
          en: `${before.savedByName.en} has saved a newer version. Look at the difference before saving.`,
        },
        details: { version: before.version },
      },
    };
  }
  if (before !== undefined) return undefined;
  if (version !== 0) {
    return {
      refused: {
        code: 'not-found',
        message: {
          zh: `没有规则流「${flow.id}」，新建时请从版本 0 开始。`,
          en: `There is no rule flow "${flow.id}". A new one starts from version 0.`,
        },
      },
    };
  }
  if (!taken.has(flow.id)) return undefined;
  return {
    refused: {
      code: 'bad-input',
      path: 'flow.id',
      message: {
        zh: `编号「${flow.id}」与业务数据重名，请换一个。`,
        en: `The id "${flow.id}" is the name of business data. Choose another.`,
      },
    },
  };
}
