import type { Logger } from 'pino';
import type { Template } from '../rules-library/schema/template.ts';
import { acknowledgeAlertHandler } from './alerts/acknowledge-alert.handler.ts';
import { alertRoutes } from './alerts/alerts.routes.ts';
import type { DurableLog } from './alerts/durable-log.ts';
import { raiseAlertHandler } from './alerts/raise-alert.handler.ts';
import { Sequencer } from './alerts/sequencer.ts';
import { answerHandler } from './approvals/answer.handler.ts';
import { approveHandler } from './approvals/approve.handler.ts';
import { askBackHandler } from './approvals/ask-back.handler.ts';
import { askingTimers } from './approvals/asking-timers.ts';
import { approvalRoutes } from './approvals/approvals.routes.ts';
import { colleagueRoutes } from './approvals/colleagues.routes.ts';
import { askPersonHandler } from './approvals/ask-person.handler.ts';
import { delegateHandler } from './approvals/delegate.handler.ts';
import { openApprovalHandler } from './approvals/open-approval.handler.ts';
import { rejectHandler } from './approvals/reject.handler.ts';
import { ArchiveJob } from './archive/archive-job.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { auditVerificationRoutes } from './audit/audit-verification.routes.ts';
import { Checkpoints, type CheckpointFiles } from './audit/checkpoints.ts';
import { Sealer } from './audit/sealer.ts';
import { catalogRoutes } from './catalog/catalog.routes.ts';
import { importCatalogHandler } from './catalog/import-catalog.handler.ts';
import { commandRoutes } from './commands/commands.routes.ts';
import type { Compilers } from './compilers.ts';
import type { Job } from './context.ts';
import { Decider } from './decisions/decider.ts';
import { decisionRoutes } from './decisions/decisions.routes.ts';
import type { Door } from './door/door.ts';
import type { CommandHandler } from './door/handler.ts';
import { eachAction } from './each/each-action.ts';
import { eachRoutes } from './each/each.routes.ts';
import { gatherAction } from './each/gather-action.ts';
import { startEachHandler } from './each/start-each.handler.ts';
import { eventRoutes } from './events/events.routes.ts';
import { recordEventHandler } from './events/record-event.handler.ts';
import { factsOfOrder } from './flows/facts-of-order.ts';
import { flowRoutes } from './flows/flows.routes.ts';
import { saveFlowHandler } from './flows/save-flow.handler.ts';
import type { AnnounceTimes } from './home/announce-times.ts';
import { homeRoutes } from './home/home.routes.ts';
import { OrderRollups } from './home/order-rollups.ts';
import type { Route } from './http/route.ts';
import { createKeyHandler } from './keys/create-key.handler.ts';
import type { StoredKey } from './keys/key.ts';
import { keyRoutes } from './keys/keys.routes.ts';
import { revokeKeyHandler } from './keys/revoke-key.handler.ts';
import type { Metrics } from './metrics/metrics.ts';
import { holdOrderHandler } from './orders/hold-order.handler.ts';
import { holdTimerAction } from './orders/hold-timer.ts';
import { ingestRoutes } from './orders/ingest.routes.ts';
import { ingestOrderHandler } from './orders/ingest-order.handler.ts';
import { liftHoldHandler } from './orders/lift-hold.handler.ts';
import { markRushHandler } from './orders/mark-rush.handler.ts';
import { orderRoutes } from './orders/orders.routes.ts';
import { setFieldHandler } from './orders/set-field.handler.ts';
import { setTagHandler } from './orders/set-tag.handler.ts';
import type { Company } from './people/company.ts';
import { peopleRoutes } from './people/people.routes.ts';
import type { Sessions } from './people/sessions.ts';
import type { PersonalVault } from './personal/personal-vault.ts';
import { rehearsalRoutes } from './rehearsal/rehearsal.routes.ts';
import { activateReleaseHandler } from './releases/activate-release.handler.ts';
import { publishReleaseHandler } from './releases/publish-release.handler.ts';
import type { ReleaseSwitch } from './releases/release-switch.ts';
import { releaseRoutes } from './releases/releases.routes.ts';
import { Stages } from './stages/stages.ts';
import { records, type Store } from './store/store.ts';
import { loadTemplateHandler } from './templates/load-template.handler.ts';
import { templateRoutes } from './templates/templates.routes.ts';
import { fireTimerHandler } from './timers/fire-timer.handler.ts';
import { TimerJob } from './timers/timer-job.ts';
import { companyTimeAction, planTimesHandler } from './times/company-times.ts';
import { FollowRelease } from './times/follow-release.ts';
import { orderTimeAction } from './times/order-times.ts';
import { FullComparison } from './verify/full-comparison.ts';
import type { ReleaseChecks } from './verify/release-checks.ts';
import { Verifier } from './verify/verifier.ts';
import { startWaitHandler } from './waits/start-wait.handler.ts';
import { waitTimerAction } from './waits/wait-timer.ts';

/** What every part of the server is made from. */
export interface Base {
  store: Store;
  log: Logger;
  metrics: Metrics;
  /** Signed checkpoints of the audit, outside the store. */
  checkpoints: CheckpointFiles;
  vault: PersonalVault;
  company: Company;
  releases: ReleaseSwitch;
  compilers: Compilers;
  templates: ReadonlyMap<string, Template>;
  /** What publishing would change, checked ahead of the press. */
  checks: ReleaseChecks;
  /** Folder of the archive of decisions. */
  archive: string;
  /** How long alerts take from what raised them to the screens. */
  times: AnnounceTimes;
}

/** Every button this build can press. What a rule may press is handed to the decider. */
export function allHandlers({
  compilers,
  templates,
  vault,
  releases,
  company,
  checks,
}: Base): CommandHandler[] {
  const ofRules = [
    raiseAlertHandler,
    holdOrderHandler,
    liftHoldHandler,
    markRushHandler,
    setFieldHandler,
    setTagHandler,
    openApprovalHandler,
    askPersonHandler,
    startWaitHandler,
    startEachHandler,
  ];
  const decider = new Decider({ releases, handlers: ofRules, zone: () => company.get().zone });
  const stages = new Stages(decider, releases);
  return [
    ...ofRules,
    acknowledgeAlertHandler,
    ingestOrderHandler({ vault, decider, stages }),
    recordEventHandler({ vault, decider, stages }),
    approveHandler(stages),
    rejectHandler(stages),
    askBackHandler(stages),
    delegateHandler(stages),
    answerHandler(stages),
    planTimesHandler(decider),
    fireTimerHandler([
      ...askingTimers(stages),
      waitTimerAction(stages),
      holdTimerAction,
      companyTimeAction(decider),
      orderTimeAction(decider, stages),
      gatherAction(() => decider.zone()),
      eachAction(stages),
    ]),
    createKeyHandler,
    revokeKeyHandler,
    importCatalogHandler(vault),
    saveFlowHandler,
    publishReleaseHandler(compilers, checks),
    activateReleaseHandler,
    loadTemplateHandler(new Map([...templates].map(([id, { title }]) => [id, title]))),
  ];
}

export interface Running extends Base {
  door: Door;
  handlers: readonly CommandHandler[];
  sessions: Sessions;
  demoAllowed: boolean;
}

/** Every call of the public interface, and what runs behind some of them. */
export function allRoutes(running: Running): { routes: Route[]; jobs: Job[] } {
  const { store, door, log, releases, compilers, company, templates, times, handlers } = running;
  const zone = () => company.get().zone;
  const rehearsal = rehearsalRoutes({
    door,
    store,
    log,
    template: templates.get('AUTO2026Q1'),
    hasRelease: () => releases.current() !== null,
    available: () => running.demoAllowed && company.get().demo,
  });
  return {
    routes: [
      ...peopleRoutes(running),
      ...keyRoutes(door, records<StoredKey>(store, 'keys')),
      ...homeRoutes({ store, releases, times, zone }),
      ...ingestRoutes({ door, store, metrics: running.metrics, log }),
      ...eventRoutes(door),
      ...orderRoutes(store),
      ...decisionRoutes({ store, releases, zone }),
      ...alertRoutes(store),
      ...approvalRoutes({ store, releases, zone }),
      ...colleagueRoutes(store),
      ...eachRoutes(store),
      ...rehearsal.routes,
      ...commandRoutes({ door, store, handlers }),
      ...catalogRoutes(door, store),
      ...flowRoutes({
        door,
        store,
        releases,
        compiler: compilers,
        factsOfOrder: (order) => factsOfOrder(store, order),
      }),
      ...releaseRoutes({ door, store, releases, compiler: compilers, checks: running.checks }),
      ...templateRoutes(door, store, templates),
      ...auditRoutes(store),
      ...auditVerificationRoutes(store, running.checkpoints),
    ],
    jobs: [{ name: 'rehearsal', stop: () => rehearsal.close() }],
  };
}

/** What runs beside the requests: numbering alerts, sealing the audit, counting orders, archiving, comparing to the end. */
export function startJobs(
  { store, log, metrics, checkpoints, door, times, archive, company, releases }: Running,
  durable: DurableLog,
): Job[] {
  const sequencer = new Sequencer({
    store,
    metrics,
    log,
    announce(entries, news) {
      durable.announce(entries, news);
      const raised = new Set(
        entries.flatMap(({ event, alert }) => (event === 'alert.raised' ? (alert ?? []) : [])),
      );
      for (const id of raised) {
        const alert = news.alerts.get(id);
        if (alert !== undefined) times.add(Math.max(0, store.clock.now() - alert.arrivedAt));
      }
    },
  });
  door.on('alerts.waiting', () => sequencer.wake());
  sequencer.wake();
  const verifier = new Verifier({ store, archive, zone: () => company.get().zone });
  const comparison = new FullComparison({ store, log, door, verifier }).start();
  door.on('release.switched', () => comparison.wake());
  return [
    sequencer,
    new Sealer(store, log, metrics).start(),
    new Checkpoints(store, checkpoints, log),
    new OrderRollups(store, log).start(),
    new ArchiveJob({ store, log, folder: archive }).start(),
    new TimerJob({ store, door, log }).start(),
    new FollowRelease({ door, log, releases }),
    comparison,
  ];
}
