import { join } from 'node:path';
import type { OrderResult } from '../../rules-library/contract/orders.ts';
import type { Actor } from '../door/actor.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { readExcelClosed } from '../imports/excel-closed.ts';
import { createLog } from '../log.ts';
import { openCompanyStore } from './company-store.ts';
import type { SendOrders } from './replay.ts';

export interface Intake {
  send: SendOrders;
  /** The company's time zone. */
  zone: string;
  /** The steward has closed the entries for Excel and CSV files for good. */
  excelClosed: boolean;
  close(): Promise<void>;
}

const replayer: Actor = {
  kind: 'job',
  id: 'job:replay',
  name: { zh: '文件重放', en: 'Replay of a file' },
  roles: [],
  warehouse: null,
};

/** A door of one's own on the company's store. Orders take the same way as those that come over HTTP. */
export async function openIntake(root: string): Promise<Intake> {
  const config = readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1' });
  const own = await openCompanyStore(config);
  const app = await createApp(config, {
    uri: own.uri,
    log: createLog('warn'),
    designer: null,
    templates: join(root, 'templates'),
    version: 'replay',
  });
  const company = await app.store.collection('settings').findOne({ _id: 'company' } as never);
  return {
    zone: String(company?.zone ?? 'Asia/Shanghai'),
    excelClosed: (await readExcelClosed(app.store)) !== null,
    send: (orders) => Promise.all(orders.map((order, index) => sendOne(app.door, order, index))),
    async close() {
      await app.close();
      await own.close();
    },
  };
}

async function sendOne(
  door: Awaited<ReturnType<typeof createApp>>['door'],
  order: unknown,
  index: number,
): Promise<OrderResult> {
  const executed = await door.execute({ name: 'ingest-order', input: order }, replayer);
  if (executed.ok) return { ...(executed.outcome.result as unknown as OrderResult), index };
  const { code, message, path } = executed.refusal;
  return { index, status: 'rejected', error: { code, message, ...(path === undefined ? {} : { path }) } };
}
