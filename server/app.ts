import { join } from 'node:path';
import type { Logger } from 'pino';
import type { AlertView } from '../rules-library/contract/alerts.ts';
import type { OrderRow } from '../rules-library/contract/orders.ts';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Deliveries } from './alerts/deliveries.ts';
import { DurableLog } from './alerts/durable-log.ts';
import { Closing } from './closing.ts';
import { createCompilers } from './compilers.ts';
import type { Config } from './config.ts';
import type { Door } from './door/door.ts';
import { GroupDoor } from './door/group-door.ts';
import { AnnounceTimes } from './home/announce-times.ts';
import { httpApp } from './http/http-app.ts';
import type { Route } from './http/route.ts';
import { Listener } from './http/listener.ts';
import { TokenBuckets } from './http/token-bucket.ts';
import type { StoredKey } from './keys/key.ts';
import { Keys } from './keys/keys.ts';
import { measureGateway } from './metrics/gateway-metrics.ts';
import { createMetrics } from './metrics/metrics.ts';
import { models } from './models.ts';
import { openApiDocument } from './openapi/document.ts';
import { operationsRouter } from './openapi/operations-router.ts';
import { Company } from './people/company.ts';
import { demoAllowed, makeFirstPeople, type FirstPeople } from './people/first-people.ts';
import type { Person } from './people/person.ts';
import { Sessions } from './people/sessions.ts';
import { setUpCompanyHandler } from './people/set-up-company.handler.ts';
import type { StoredSession } from './people/stored-session.ts';
import { checkPersonalKeys } from './personal/check-keys.ts';
import { openPersonalKeys } from './personal/personal-keys.ts';
import { PersonalVault } from './personal/personal-vault.ts';
import { PermissionTable } from './permissions/permission-table.ts';
import type { StoredRole } from './permissions/stored-role.ts';
import { processName } from './processes.ts';
import { ReleaseSwitch } from './releases/release-switch.ts';
import { LiveGateway, type LiveGatewayOptions } from './sockets/live-gateway.ts';
import { records, Store } from './store/store.ts';
import { readTemplates } from './templates/read-templates.ts';
import { CheckedDoor } from './verify/checked-door.ts';
import { ReleaseChecks } from './verify/release-checks.ts';
import { Verifier } from './verify/verifier.ts';
import { allHandlers, allRoutes, startJobs, type Base, type Running } from './wiring.ts';

export interface AppParts {
  /** Address of the store. */
  uri: string;
  log: Logger;
  /** Folder of the built designer; null serves none. */
  designer: string | null;
  /** Folder of the industry templates. */
  templates: string;
  version: string;
  /** Compare every answer with its schema; for tests. */
  checkAnswers?: boolean;
}

/** A running process. */
export interface App {
  url: string;
  store: Store;
  door: Door;
  /** Every call of the public interface. */
  routes: readonly Route[];
  firstPeople: FirstPeople;
  /** Stops taking requests, finishes what is under way, and lets go of the store. */
  close(): Promise<void>;
}

/** How long the store may be silent before this process says it is not ready. */
const silentMs = 3000;

/** Connects the store, makes everything ready, and listens. Tests run this very server on a free port. */
export async function createApp(config: Config, parts: AppParts): Promise<App> {
  const store = await Store.connect(parts.uri, models);
  const closing = new Closing();
  closing.add(() => store.close());
  try {
    return await open(config, parts, store, closing);
  } catch (error) {
    await closing.closeAll();
    throw error;
  }
}

async function open(config: Config, parts: AppParts, store: Store, closing: Closing): Promise<App> {
  const { log } = parts;
  const now = () => store.clock.now();
  const vault = new PersonalVault(openPersonalKeys(join(config.dataDir, 'personal-keys.json')));
  await checkPersonalKeys(store, vault);
  const permissions = await PermissionTable.open(store, log);
  closing.add(() => permissions.stop());

  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'sluice_' });
  const metrics = createMetrics(registry);
  const keyed = (value: string) => vault.index('audit', value).slice(0, 16);
  const firstDoor = new GroupDoor(store, [setUpCompanyHandler], metrics, permissions, {
    release: () => null,
    keyed,
  });
  const firstPeople = await makeFirstPeople(firstDoor, store, config);
  const company = await Company.open(store);
  closing.add(() => company.stop());

  const compilers = createCompilers();
  const releases = new ReleaseSwitch({ store, log, process: processName(), compile: compilers.program });
  await releases.start();
  closing.add(() => releases.stop());

  const archive = join(config.dataDir, 'archive');
  const verifier = new Verifier({ store, archive, zone: () => company.get().zone });
  closing.add(() => verifier.close());
  const base: Base = {
    store,
    log,
    metrics,
    checkpoints: {
      key: join(config.dataDir, 'audit-signing-key.pem'),
      log: join(config.dataDir, 'audit-checkpoints.jsonl'),
    },
    auditFiles: { folder: join(config.dataDir, 'audit'), openDays: config.auditOpenDays },
    vault,
    company,
    permissions,
    releases,
    compilers,
    templates: readTemplates(parts.templates),
    checks: new ReleaseChecks({ store, log, compiler: compilers, verifier }),
    archive,
    times: new AnnounceTimes(now),
  };
  const handlers = allHandlers(base);
  const groups = new GroupDoor(store, handlers, metrics, permissions, {
    release: () => releases.current()?.number ?? null,
    keyed,
  });
  const door = new CheckedDoor(groups, base.checks, permissions);
  closing.add(() => door.close());
  const sessions = new Sessions({
    door,
    sessions: records<StoredSession>(store, 'sessions'),
    people: records<Person>(store, 'people'),
    now,
    demoAllowed: demoAllowed(config),
  });
  const keys = new Keys(records<StoredKey>(store, 'keys'), now);
  door.on('release.switched', () => releases.refresh());
  door.on('key.revoked', ({ key }) => keys.forget(String(key)));
  door.on('permissions.changed', ({ role }) => permissions.changed(role as StoredRole));
  door.on('person.changed', ({ person }) => sessions.personChanged(String(person)));
  door.on('session.ended', ({ session }) => sessions.ended(String(session)));

  const running: Running = { ...base, door, handlers, sessions, demoAllowed: demoAllowed(config) };
  const durable = new DurableLog(store);
  const { routes, jobs } = allRoutes(running);
  if (config.roles.has('worker')) jobs.push(...startJobs(running, durable));
  closing.add(async () => void (await Promise.allSettled(jobs.map((job) => job.stop()))));

  const listener = new Listener();
  const isApi = config.roles.has('api');
  listener.handle(
    httpApp({
      routes: isApi ? routes : [],
      callers: { bySession: (token) => sessions.bySession(token), byKey: (secret) => keys.byKey(secret) },
      buckets: new TokenBuckets(),
      permissions,
      checkAnswers: parts.checkAnswers ?? false,
      log,
      operations: operationsRouter({
        openApi: openApiDocument(routes, parts.version),
        notReady: () => (releases.silentMs() > silentMs ? 'store' : null),
        metrics: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
      }),
      storeAway: () => releases.silentMs() > silentMs,
      designer: isApi ? parts.designer : null,
    }),
  );
  closing.add(() => listener.close());
  if (config.roles.has('gateway')) {
    const deliveries = new Deliveries({ store, door, log });
    closing.add(() => deliveries.stop());
    const onReceived = deliveries.received.bind(deliveries);
    const gateway = openGateway(
      { http: listener.server, log: durable, signIns: sessions, permissions, logger: log, now, onReceived },
      running,
    );
    measureGateway(registry, gateway);
    closing.add(() => gateway.close());
  }
  const url = await listener.listen(config.port, config.host);
  return { url, store, door, routes, firstPeople, close: () => closing.closeAll() };
}

/** Sockets, and the hints they get from what this process commits and switches to. */
function openGateway(options: LiveGatewayOptions, { door, releases }: Running): LiveGateway {
  const gateway = new LiveGateway(options);
  door.on('order.changed', ({ order }) => gateway.orderChanged(order as OrderRow));
  door.on('stock.changed', ({ key }) => gateway.stockChanged(String(key)));
  door.on('alert.changed', ({ alert }) => gateway.alertChanged(alert as AlertView));
  releases.onSwitched(({ number }) =>
    gateway.releaseActivated({ number, at: new Date(options.now()).toISOString() }),
  );
  return gateway;
}
