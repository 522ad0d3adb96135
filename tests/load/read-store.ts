import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';

type Stored = Record<string, any>;

export interface StoreContents {
  orders: Map<string, Stored>;
  audit: Stored[];
  /** What is missing beside an order, decision, alert or audit entry that has to be there. */
  halfWritten(): string[];
}

/** Reads what the store of a data folder holds, with the server gone. */
export async function readStore(dataDir: string): Promise<StoreContents> {
  const embedded = await startEmbedded({ dir: join(dataDir, 'store') });
  const connection = await mongoose.createConnection(embedded.uri).asPromise();
  try {
    const all = async (name: string): Promise<Stored[]> => connection.db!.collection(name).find({}).toArray();
    const [orders, decisions, history, audit, alerts] = await Promise.all(
      ['orders', 'decisions', 'orderHistory', 'audit', 'alerts'].map(all),
    );
    return {
      orders: new Map(orders!.map((order) => [String(order._id), order])),
      audit: audit!,
      halfWritten: () => findHalves(orders!, decisions!, history!, audit!, alerts!),
    };
  } finally {
    await connection.close();
    await embedded.close();
  }
}

/** Each order has its received decision, history and audit entry; each decision its order; each alert its decision. */
function findHalves(
  orders: Stored[],
  decisions: Stored[],
  history: Stored[],
  audit: Stored[],
  alerts: Stored[],
): string[] {
  const halves: string[] = [];
  const known = new Set(orders.map(({ _id }) => String(_id)));
  const decided = new Map<string, number>();
  for (const decision of decisions) {
    const order = String(decision.order ?? decision.subject ?? '').replace(/^order:/, '');
    if (!known.has(order)) halves.push(`decision ${decision._id} without its order`);
    if (decision.event === 'order.received') decided.set(order, (decided.get(order) ?? 0) + 1);
  }
  const told = new Set(history.map(({ order }) => String(order)));
  const ingested = new Map<string, number>();
  for (const { command, target, after } of audit) {
    // A repeat leaves an entry of its own, which says so.
    if (command !== 'ingest-order' || after?.repeated === true) continue;
    const order = String(target).replace(/^order:/, '');
    ingested.set(order, (ingested.get(order) ?? 0) + 1);
  }
  const decisionIds = new Set(decisions.map(({ _id }) => String(_id)));
  for (const id of known) {
    if (decided.get(id) !== 1)
      halves.push(`order ${id} with ${decided.get(id) ?? 0} decisions on its arrival`);
    if (!told.has(id)) halves.push(`order ${id} without history`);
    if (ingested.get(id) !== 1) halves.push(`order ${id} with ${ingested.get(id) ?? 0} audit entries`);
  }
  for (const alert of alerts) {
    const decision = alert.decision ?? alert.source?.decision;
    if (decision !== undefined && decision !== null && !decisionIds.has(String(decision)))
      halves.push(`alert ${alert._id} without its decision`);
  }
  return halves;
}
