import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { acknowledgeAlertHandler } from '../../server/alerts/acknowledge-alert.handler.ts';
import { answering } from '../../server/alerts/answering.ts';
import { deliverAlertsHandler } from '../../server/alerts/deliver-alerts.handler.ts';
import { DurableLog } from '../../server/alerts/durable-log.ts';
import { escalateAlertHandler } from '../../server/alerts/escalate-alert.handler.ts';
import { foldAlertsHandler } from '../../server/alerts/fold-alerts.handler.ts';
import { raiseAlertHandler } from '../../server/alerts/raise-alert.handler.ts';
import { seeAlertsHandler } from '../../server/alerts/see-alerts.handler.ts';
import { Sequencer } from '../../server/alerts/sequencer.ts';
import { importCatalogHandler } from '../../server/catalog/import-catalog.handler.ts';
import { Decider } from '../../server/decisions/decider.ts';
import type { Actor } from '../../server/door/actor.ts';
import { GroupDoor } from '../../server/door/group-door.ts';
import type { CommandHandler } from '../../server/door/handler.ts';
import { recordEventHandler } from '../../server/events/record-event.handler.ts';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { models } from '../../server/models.ts';
import { ingestOrderHandler } from '../../server/orders/ingest-order.handler.ts';
import { orderButtonsOfPeople, orderButtonsOfRules } from '../../server/orders/order-buttons.ts';
import { raising } from '../../server/orders/raising.ts';
import { firstSettings } from '../../server/permissions/first-settings.ts';
import { PersonalVault } from '../../server/personal/personal-vault.ts';
import { readyRelease, type ActiveRelease } from '../../server/releases/active-release.ts';
import { buildRelease } from '../../server/releases/build-release.ts';
import { Stages } from '../../server/stages/stages.ts';
import { Store } from '../../server/store/store.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { flowSchema } from '../../rules-library/schema/flow.ts';
import { compileFlow, compileRules } from '../../runtime/index.ts';
import { testUri } from './store.ts';

export const silent = pino({ level: 'silent' });
/** Keys of one test run. */
export const keys = { id: 'test', value: randomBytes(32), index: randomBytes(32) };

export const connector: Actor = {
  kind: 'connector',
  id: 'connector:test',
  name: { zh: '测试系统', en: 'Test system' },
  roles: [],
  warehouse: null,
  commands: ['ingest-order', 'record-event'],
};

export function person(role: string): Actor {
  return {
    kind: 'person',
    id: `person:${role}`,
    name: { zh: role, en: role },
    roles: [role],
    warehouse: null,
  };
}

/** A flow `id`: this trigger, these conditions, then one action. */
export function flow(
  id: string,
  trigger: string,
  conditions: unknown,
  actions: { kind: string; params: unknown }[],
) {
  const nodes = [
    { id: 'start', kind: trigger },
    { id: 'check', kind: 'condition-group', params: { conditions, whenMissing: 'no' } },
    ...actions.map((action, index) => ({ id: `act${index + 1}`, ...action })),
  ];
  const order = ['start', 'check', ...actions.map((_, index) => `act${index + 1}`)];
  const edges = order.slice(1).map((to, index) => ({
    from: { node: order[index], port: order[index] === 'check' ? 'yes' : 'next' },
    to,
  }));
  return { id, name: { zh: id, en: id }, nodes, edges };
}

/** A release of these drawings; throws when one has an error. */
export function release(number: number, ...flows: object[]): ActiveRelease {
  const parsed = flows.map((one) => ({ flow: flowSchema.parse(one), version: 1 }));
  const built = buildRelease(
    parsed,
    (one) => {
      const compiled = compileFlow(one, vocabulary);
      const error = compiled.problems.find(({ level }) => level === 'error');
      if (error !== undefined) throw new Error(`${error.node}: ${error.text.en}`);
      return compiled;
    },
    'test',
  );
  return readyRelease({ number, hash: built.hash, publishedAt: 0 }, built.content, ({ rules, derived }) =>
    compileRules(rules, { derived }),
  );
}

export interface WayOptions {
  uri?: string;
  release?: ActiveRelease;
  /** Instead of the usual handlers. */
  handlers?: readonly CommandHandler[];
}

/** The door with the way of one order on a store of its own (or another's), without HTTP. */
export async function openWay(options: WayOptions = {}) {
  const uri = options.uri ?? testUri();
  const store = await Store.connect(uri, models);
  const vault = new PersonalVault(keys);
  const tools = { vault, zone: () => 'Asia/Shanghai' };
  const effects = [raiseAlertHandler, ...orderButtonsOfRules(tools)];
  const releases = {
    current: () => options.release ?? null,
    held: () => options.release ?? null,
    hold: () => options.release!,
  };
  const decider = new Decider({ releases, handlers: effects, zone: () => 'Asia/Shanghai' });
  const stages = new Stages(decider, releases);
  const metrics = createMetrics(new Registry());
  const handlers = options.handlers ?? [
    ...[...effects, ...orderButtonsOfPeople(tools)].map((handler) =>
      answering(raising(handler, { decider, stages })),
    ),
    acknowledgeAlertHandler,
    deliverAlertsHandler,
    escalateAlertHandler(decider),
    foldAlertsHandler,
    seeAlertsHandler,
    importCatalogHandler(vault),
    ingestOrderHandler({ vault, decider, stages }),
    recordEventHandler({ vault, decider, stages }),
  ];
  const door = new GroupDoor(store, handlers, metrics, firstSettings, {
    release: () => options.release?.number ?? null,
    keyed: (value) => vault.index('audit', value).slice(0, 16),
  });
  const frames = new DurableLog(store);
  const sequencer = new Sequencer({
    store,
    metrics,
    log: silent,
    announce: (entries, news) => frames.announce(entries, news),
  });
  return {
    uri,
    store,
    door,
    vault,
    metrics,
    frames,
    sequencer,
    /** Every document of a collection. */
    all: (name: string): Promise<any[]> => store.collection(name).find({}).toArray(),
    async close() {
      await door.close();
      await sequencer.stop();
      await store.close();
    },
  };
}

let count = 0;

/** An order as a channel sends it; every call another number. */
export function anOrder(more: Record<string, unknown> = {}): any {
  return {
    channel: 'taobao',
    externalId: `N-${++count}`,
    placedAt: new Date().toISOString(),
    customer: { externalId: `c-${count}`, name: '张三丰', phone: `138${String(count).padStart(8, '0')}` },
    lines: [{ sku: 'BRK-1', quantity: 2, unitPrice: 50_000 }],
    payment: { status: 'paid', method: 'alipay', paid: 100_000 },
    ...more,
  };
}
