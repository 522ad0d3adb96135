import { onlyRules } from '../approvals/open-approval.handler.ts';
import { defineHandler } from '../door/handler.ts';
import { originOf } from '../stages/stage-origin.ts';
import { gatherTimer, nextBatch, type StoredRun } from './each-run.ts';

interface Input {
  of: 'open-orders';
  where?: { conditions: unknown; derived: unknown[] };
  sort?: { by: string; order: 'up' | 'down' }[];
  atMost: number;
}

/** For a rule: goes through all that meet the conditions, each a decision of its own. */
export const startEachHandler = defineHandler<Input>({
  name: 'start-each',
  needs: () => [],
  plan(press, state) {
    const origin = originOf(press);
    if (origin === null || press.target === null) return onlyRules;
    const { of, where, sort = [], atMost } = press.input;
    const run: StoredRun = {
      _id: `e${press.id.slice(1)}`,
      rev: 0,
      subject: `${press.target.kind}:${press.target.id}`,
      origin,
      of,
      where: where === undefined ? null : JSON.stringify(where),
      sort,
      atMost,
      state: 'gathering',
      at: state.now,
      endedAt: null,
      chunks: 0,
      looked: 0,
      total: 0,
      done: 0,
      skipped: 0,
    };
    return {
      changes: [{ put: 'eachRuns', document: run }, nextBatch(run, gatherTimer, state.now, { after: '' })],
      result: { run: run._id },
      text: { zh: '开始逐一处理未完结订单', en: 'Started going through the open orders' },
    };
  },
});
