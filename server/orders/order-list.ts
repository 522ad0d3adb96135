import type { Actor } from '../door/actor.ts';
import type { CommandCall, Door, Executed } from '../door/door.ts';
import { RequestError } from '../http/request-error.ts';
import type { OrderResult } from '../../rules-library/contract/orders.ts';

/** Small enough that an order of somebody else waits for one of them at most about as long as for a busy moment. */
const groupSize = 16;
const mostTries = 40;
const waitMs = 250;

export interface ListOptions {
  door: Door;
  actor: Actor;
  /** Record of the list's Idempotency-Key, if it has one. */
  record: string | undefined;
  /** Called before each group: the claim on the list is renewed. */
  onGroup: () => Promise<void>;
  /** A member failed for a reason of ours. */
  onFailure: (error: unknown) => void;
}

/**
 * Takes in a list through the same door as everybody's commands, in groups small enough to let others pass between them. A bad
 * order is rejected in its place and never stops the others. Throws only when the door stays too busy.
 */
export async function ingestList(orders: readonly unknown[], options: ListOptions): Promise<OrderResult[]> {
  const results: OrderResult[] = [];
  for (let start = 0; start < orders.length; start += groupSize) {
    await options.onGroup();
    const group = orders.slice(start, start + groupSize);
    results.push(
      ...(await Promise.all(group.map((order, index) => ingestOne(order, start + index, options)))),
    );
  }
  return results;
}

async function ingestOne(
  input: unknown,
  index: number,
  { door, actor, record, onFailure }: ListOptions,
): Promise<OrderResult> {
  const call: CommandCall = {
    name: 'ingest-order',
    input,
    ...(record === undefined ? {} : { intake: { key: record, index } }),
  };
  for (let tried = 1; ; tried++) {
    try {
      return orderResult(await door.execute(call, actor), index);
    } catch (error) {
      if (error instanceof RequestError) {
        if (tried === mostTries) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        continue;
      }
      onFailure(error);
      return { index, status: 'rejected', error: { code: 'busy', message: failedText } };
    }
  }
}

const failedText = {
  zh: '这张订单没能处理，请稍后重发',
  en: 'This order could not be worked on; please send it again later',
};

/** One entry of the answer; a refusal is a rejection with its reason and place. */
export function orderResult(executed: Executed, index: number): OrderResult {
  if (executed.ok) return { index, ...(executed.outcome.result as Omit<OrderResult, 'index'>) };
  const { code, message, path } = executed.refusal;
  return {
    index,
    status: 'rejected',
    error: { code, message, ...(path === undefined ? {} : { path }) },
  };
}
