import type { Need, State } from '../door/handler.ts';
import { factsAround, needsAround } from '../orders/order-documents.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import type { StoredTimer } from '../timers/timer.ts';
import { eachTimer, gatherTimer, itemsId, nextBatch, type StoredItems, type StoredRun } from './each-run.ts';
import { meets } from './item-test.ts';

const pageSize = 100;
/** A run of at most 100,000 items, and pages in which few meet the conditions. */
const mostChunks = 20_000;

function pageOf({ data }: StoredTimer): Need {
  return {
    collection: 'orders',
    where: {},
    after: String(data.after),
    sort: { _id: 1 },
    limit: pageSize,
  };
}

function chunksOf({ of: run }: StoredTimer): Need {
  return { collection: 'eachItems', where: { run }, sort: { _id: 1 }, limit: mostChunks };
}

/** Looks at the next page of orders and keeps those that meet the conditions; behind the last page they are put in their order. */
export function gatherAction(zone: () => string): TimerAction {
  return {
    kind: gatherTimer,
    needs(timer, _press, state) {
      const run: Need = { collection: 'eachRuns', ids: [timer.of] };
      if (timer.data.after === null) return [run, chunksOf(timer)];
      const orders = openOf(timer, state);
      return [run, pageOf(timer), ...orders.flatMap((order) => needsAround(order, state.now, zone()))];
    },
    fire(timer, _press, draft) {
      const run = draft.get<StoredRun>('eachRuns', timer.of);
      if (run?.state !== 'gathering') return { text: { zh: '已经收齐', en: 'All are gathered already' } };
      if (timer.data.after === null) {
        putInOrder(run, timer, draft);
      } else {
        const page = draft.find<StoredOrder>(pageOf(timer));
        const items = page.filter(isOpen).flatMap((order) => {
          const facts = factsAround(order, draft, zone());
          if (!meets(run.where, facts)) return [];
          return [{ id: order._id, keys: run.sort.map(({ by }) => keyOf(facts[by])) }];
        });
        // Unless they are sorted, the first that meet the conditions are enough.
        const kept = run.sort.length === 0 ? items.slice(0, run.atMost - run.total) : items;
        if (kept.length > 0) {
          const document: StoredItems = {
            _id: itemsId(run._id, run.chunks),
            rev: 0,
            run: run._id,
            items: kept,
          };
          draft.apply([{ put: 'eachItems', document }]);
        }
        const total = run.total + kept.length;
        const isLast = page.length < pageSize || (run.sort.length === 0 && total >= run.atMost);
        const chunks = run.chunks + (kept.length > 0 ? 1 : 0);
        const document: StoredRun = { ...run, chunks, total, looked: run.looked + page.length };
        draft.apply([
          { put: 'eachRuns', document },
          nextBatch(run, gatherTimer, draft.now, { after: isLast ? null : page.at(-1)!._id }, timer.lease),
        ]);
      }
      const after = draft.get<StoredRun>('eachRuns', run._id)!;
      return {
        text: {
          zh: `看了 ${after.looked} 张订单，${after.total} 张满足条件`,
          en: `Looked at ${after.looked} orders, ${after.total} meet the conditions`,
        },
      };
    },
  };
}

function openOf(timer: StoredTimer, state: State): StoredOrder[] {
  return state.find<StoredOrder>(pageOf(timer)).filter(isOpen);
}

/** Sorted and cut to how many are wanted; then each is decided. */
function putInOrder(run: StoredRun, timer: StoredTimer, draft: Parameters<TimerAction['fire']>[2]): void {
  const chunks = draft.find<StoredItems>(chunksOf(timer));
  const all = chunks.flatMap(({ items }) => items);
  if (run.sort.length > 0) all.sort((one, other) => compare(one.keys, other.keys, run.sort));
  const wanted = all.slice(0, run.atMost);
  chunks.forEach((chunk, index) => {
    const items = wanted.slice(index * pageSize, (index + 1) * pageSize);
    const document: StoredItems = { ...chunk, items };
    draft.apply(
      items.length === 0 ? [{ remove: 'eachItems', id: chunk._id }] : [{ put: 'eachItems', document }],
    );
  });
  const document: StoredRun = {
    ...run,
    state: 'running',
    total: wanted.length,
    chunks: Math.ceil(wanted.length / pageSize),
  };
  draft.apply([
    { put: 'eachRuns', document },
    nextBatch(run, eachTimer, draft.now, { chunk: 0, offset: 0 }, timer.lease),
  ]);
}

function keyOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

type Keys = StoredItems['items'][number]['keys'];

/** What is not known comes last, whichever way it is sorted. */
function compare(one: Keys, other: Keys, sort: StoredRun['sort']): number {
  for (const [index, { order }] of sort.entries()) {
    const [a, b] = [one[index] ?? null, other[index] ?? null];
    if (a === b) continue;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (order === 'up' ? 1 : -1);
  }
  return 0;
}
