import { defineHandler, type Refusal } from '../door/handler.ts';
import { stopTimer } from '../timers/timer.ts';
import { batchTimer, type StoredRun } from './each-run.ts';

/** Leaves the rest of a going-through as it is. What has been decided stays. */
export const stopEachHandler = defineHandler<{ run: string }>({
  name: 'stop-each',
  needs: ({ input: { run } }) => [
    { collection: 'eachRuns', ids: [run] },
    { collection: 'timers', ids: [batchTimer(run)] },
  ],
  plan({ input: { run: id } }, state) {
    const run = state.get<StoredRun>('eachRuns', id);
    if (run === undefined) return refusal('没有这次逐一处理', 'There is no such going-through', 'not-found');
    if (run.state === 'done' || run.state === 'stopped')
      return refusal('已经处理完，没有可停的', 'It is through already; nothing is left to stop');
    const stopped: StoredRun = { ...run, state: 'stopped', endedAt: state.now };
    const timer = state.get('timers', batchTimer(id)) === undefined ? null : batchTimer(id);
    return {
      changes: [{ put: 'eachRuns', document: stopped }, ...stopTimer(timer)],
      result: { run: id, done: run.done, total: run.total },
      text: {
        zh: `已停止，处理了 ${run.done} / ${run.total}`,
        en: `Stopped, with ${run.done} of ${run.total} done`,
      },
      audit: { target: run.subject, before: { state: run.state }, after: { state: 'stopped' } },
    };
  },
});

function refusal(zh: string, en: string, code: 'refused' | 'not-found' = 'refused'): Refusal {
  return { refused: { code, path: 'input.run', message: { zh, en } } };
}
