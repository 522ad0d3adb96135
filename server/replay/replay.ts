import type { OrderResult } from '../../rules-library/contract/orders.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { AssembledOrRejected, RejectedRow } from './assemble.ts';

/** Brings orders through the same door as `POST /orders`; one result each, in order. */
export type SendOrders = (orders: readonly unknown[]) => Promise<OrderResult[]>;

export interface ReplaySummary {
  rows: number;
  accepted: number;
  repeated: number;
  /** Repeats whose content differs from what is stored: they changed nothing. */
  differing: number;
  held: number;
  alerts: number;
  rejected: RejectedRow[];
  /** Events by kind: which rules did how much. */
  effects: Map<string, number>;
}

const batchSize = 100;

/** Sends everything, in the file's order, and counts what became of each row; every row is accounted for. */
export async function replay(
  items: AsyncIterable<AssembledOrRejected>,
  send: SendOrders,
  onProgress: (summary: Readonly<ReplaySummary>, lastLine: number) => void,
): Promise<ReplaySummary> {
  const summary: ReplaySummary = {
    rows: 0,
    accepted: 0,
    repeated: 0,
    differing: 0,
    held: 0,
    alerts: 0,
    rejected: [],
    effects: new Map(),
  };
  let batch: { lines: number[]; order: unknown }[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const results = await send(batch.map(({ order }) => order));
    results.forEach((result, index) => count(summary, result, batch[index]!.lines));
    onProgress(summary, batch.at(-1)!.lines.at(-1)!);
    batch = [];
  };
  for await (const item of items) {
    if ('rejected' in item) {
      summary.rows += new Set(item.rejected.map(({ line }) => line)).size;
      summary.rejected.push(...item.rejected);
      continue;
    }
    summary.rows += item.assembled.lines.length;
    batch.push(item.assembled);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return summary;
}

function count(summary: ReplaySummary, result: OrderResult, lines: readonly number[]): void {
  if (result.status === 'rejected') {
    const reason: Text = result.error?.message ?? { zh: '未说明原因', en: 'no reason given' };
    const column = result.error?.path ?? null;
    for (const line of lines) summary.rejected.push({ line, column, reason });
    return;
  }
  if (result.status === 'repeated') {
    summary.repeated++;
    if (result.differs === true) summary.differing++;
    return;
  }
  summary.accepted++;
  summary.alerts += result.alerts?.length ?? 0;
  if ((result.holds?.length ?? 0) > 0) summary.held++;
  for (const { type } of result.decision?.events ?? []) {
    summary.effects.set(type, (summary.effects.get(type) ?? 0) + 1);
  }
}
