import type { DecidedEvent } from '../decisions/decider.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import { orderSignal } from '../orders/changed.ts';
import type { Stages } from '../stages/stages.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import type { StoredTimer } from '../timers/timer.ts';
import { eachTimer, itemsId, nextBatch, type StoredItems, type StoredRun } from './each-run.ts';

/** Small enough that others' commands pass between two batches. */
const batchSize = 16;

function placeOf({ data }: StoredTimer): { chunk: number; offset: number } {
  return { chunk: Number(data.chunk), offset: Number(data.offset) };
}

/** Decides the next items of a run, each by itself; the run's progress is written with them, so each is decided once. */
export function eachAction(stages: Stages): TimerAction {
  return {
    kind: eachTimer,
    needs(timer, _press, state) {
      const { chunk, offset } = placeOf(timer);
      const run = state.get<StoredRun>('eachRuns', timer.of);
      const items = state.get<StoredItems>('eachItems', itemsId(timer.of, chunk));
      const batch = items?.items.slice(offset, offset + batchSize) ?? [];
      return [
        { collection: 'eachRuns', ids: [timer.of] },
        { collection: 'eachItems', ids: [itemsId(timer.of, chunk)] },
        ...stages.needs(timer.release, run?.total === 0 ? run.subject : '', state),
        ...batch.flatMap(({ id }) => stages.needs(null, `order:${id}`, state)),
      ];
    },
    fire(timer, press, draft) {
      const run = draft.get<StoredRun>('eachRuns', timer.of);
      if (run?.state !== 'running') return { text: { zh: '已经处理完', en: 'All are done already' } };
      const { origin } = run;
      const { chunk, offset } = placeOf(timer);
      const items = draft.get<StoredItems>('eachItems', itemsId(run._id, chunk))?.items ?? [];
      const batch = items.slice(offset, offset + batchSize);
      const open = batch.filter(({ id }) => {
        const order = draft.get<StoredOrder>('orders', id);
        return order !== undefined && isOpen(order);
      });
      const decided = open.map(({ id }, index): DecidedEvent => {
        const subject = `order:${id}`;
        return stages.enter(press, { origin, port: 'each', subject, index: index + 1 }, draft);
      });
      if (run.total === 0)
        decided.push(stages.enter(press, { origin, port: 'none', subject: run.subject }, draft));
      const done = run.done + batch.length;
      const isLast = done >= run.total;
      const document: StoredRun = {
        ...run,
        done,
        skipped: run.skipped + batch.length - open.length,
        state: isLast ? 'done' : 'running',
        endedAt: isLast ? draft.now : null,
      };
      draft.apply([{ put: 'eachRuns', document }]);
      if (!isLast) {
        const next = offset + batch.length;
        const data = next < items.length ? { chunk, offset: next } : { chunk: chunk + 1, offset: 0 };
        draft.apply([nextBatch(run, eachTimer, draft.now, data, timer.lease)]);
      }
      return {
        text: { zh: `逐一处理：${done} / ${run.total}`, en: `Went through ${done} of ${run.total}` },
        alerts: decided.flatMap(({ alerts }) => alerts),
        signals: [
          ...open.map(({ id }) => orderSignal(draft.get<StoredOrder>('orders', id)!)),
          ...decided.flatMap(({ signals }) => signals.filter(({ name }) => name !== 'order.changed')),
        ],
      };
    },
  };
}
