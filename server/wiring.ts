import type { Logger } from 'pino';
import type { Template } from '../rules-library/schema/template.ts';
import { acknowledgeAlertHandler } from './alerts/acknowledge-alert.handler.ts';
import { AlertFolder } from './alerts/alert-folder.ts';
import { answering } from './alerts/answering.ts';
import { alertRoutes } from './alerts/alerts.routes.ts';
import { deliverAlertsHandler } from './alerts/deliver-alerts.handler.ts';
import type { DurableLog } from './alerts/durable-log.ts';
import { escalateAlertHandler } from './alerts/escalate-alert.handler.ts';
import { foldAlertsHandler } from './alerts/fold-alerts.handler.ts';
import { OverdueAlerts } from './alerts/overdue-alerts.ts';
import { raiseAlertHandler } from './alerts/raise-alert.handler.ts';
import { seeAlertsHandler } from './alerts/see-alerts.handler.ts';
import { Sequencer } from './alerts/sequencer.ts';
import { answerHandler } from './approvals/answer.handler.ts';
import { approvalDecidedAction } from './approvals/approval-decided.ts';
import { approveHandler } from './approvals/approve.handler.ts';
import { askBackHandler } from './approvals/ask-back.handler.ts';
import { askingTimers } from './approvals/asking-timers.ts';
import { approvalRoutes } from './approvals/approvals.routes.ts';
import { colleagueRoutes } from './approvals/colleagues.routes.ts';
import { askPersonHandler } from './approvals/ask-person.handler.ts';
import { delegateHandler } from './approvals/delegate.handler.ts';
import { openApprovalHandler } from './approvals/open-approval.handler.ts';
import { ParkedPresses } from './approvals/parked-presses.ts';
import { rejectHandler } from './approvals/reject.handler.ts';
import { ArchiveJob } from './archive/archive-job.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { AuditFiles } from './audit/audit-files.ts';
import { auditVerificationRoutes } from './audit/audit-verification.routes.ts';
import { Checkpoints, type CheckpointFiles } from './audit/checkpoints.ts';
import { reasonRoutes } from './audit/reasons.routes.ts';
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
import { stopEachHandler } from './each/stop-each.handler.ts';
import { eventRoutes } from './events/events.routes.ts';
import { recordEventHandler } from './events/record-event.handler.ts';
import { factsOfOrder } from './flows/facts-of-order.ts';
import { flowRoutes } from './flows/flows.routes.ts';
import { saveFlowHandler } from './flows/save-flow.handler.ts';
import { askGateHandler } from './gates/ask-gate.handler.ts';
import { Gates } from './gates/gates.ts';
import { gateRoutes } from './gates/gates.routes.ts';
import { guarded } from './gates/guarded.ts';
import { overrideGateHandler } from './gates/override-gate.handler.ts';
import type { AnnounceTimes } from './home/announce-times.ts';
import { homeRoutes } from './home/home.routes.ts';
import { OrderRollups } from './home/order-rollups.ts';
import type { Route } from './http/route.ts';
import { importAdapters } from './imports/adapters.ts';
import { advanceImportHandler } from './imports/advance-import.handler.ts';
import { applyImportHandler } from './imports/apply-import.handler.ts';
import { cancelImportHandler } from './imports/cancel-import.handler.ts';
import { closeExcelImportHandler } from './imports/close-excel-import.handler.ts';
import { ImportJob } from './imports/import-job.ts';
import { importRoutes } from './imports/imports.routes.ts';
import { stageImportHandler } from './imports/stage-import.handler.ts';
import { createKeyHandler } from './keys/create-key.handler.ts';
import type { StoredKey } from './keys/key.ts';
import { keyRoutes } from './keys/keys.routes.ts';
import { revokeKeyHandler } from './keys/revoke-key.handler.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createOrderHandler } from './orders/create-order.handler.ts';
import { holdTimerAction } from './orders/hold-timer.ts';
import { ingestRoutes } from './orders/ingest.routes.ts';
import { ingestOrderHandler } from './orders/ingest-order.handler.ts';
import { orderButtonsOfPeople, orderButtonsOfRules } from './orders/order-buttons.ts';
import { raising } from './orders/raising.ts';
import { orderRoutes } from './orders/orders.routes.ts';
import type { Company } from './people/company.ts';
import { createFirstPersonHandler } from './people/create-first-person.handler.ts';
import { createPersonHandler } from './people/create-person.handler.ts';
import { disablePersonHandler } from './people/disable-person.handler.ts';
import { enablePersonHandler } from './people/enable-person.handler.ts';
import { endSessionHandler } from './people/end-session.handler.ts';
import { peopleAdminRoutes } from './people/people-admin.routes.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { renewSetUpLinkHandler } from './people/renew-set-up-link.handler.ts';
import type { Sessions } from './people/sessions.ts';
import { signInHandler } from './people/sign-in.handler.ts';
import { signOutHandler } from './people/sign-out.handler.ts';
import { setPasswordHandler } from './people/set-password.handler.ts';
import { setRolesHandler } from './people/set-roles.handler.ts';
import { grantButtonHandler } from './permissions/grant-button.handler.ts';
import { grantReadingHandler } from './permissions/grant-reading.handler.ts';
import type { PermissionTable } from './permissions/permission-table.ts';
import { permissionRoutes } from './permissions/permissions.routes.ts';
import type { PersonalVault } from './personal/personal-vault.ts';
import { rehearsalRoutes } from './rehearsal/rehearsal.routes.ts';
import { activateReleaseHandler } from './releases/activate-release.handler.ts';
import { publishReleaseHandler } from './releases/publish-release.handler.ts';
import type { ReleaseSwitch } from './releases/release-switch.ts';
import { releaseRoutes } from './releases/releases.routes.ts';
import { Stages } from './stages/stages.ts';
import { ExpiredLocks } from './stock/expired-locks.ts';
import { stockButtonsOfPeople, stockButtonsOfRules } from './stock/stock-buttons.ts';
import { stockRoutes } from './stock/stock.routes.ts';
import { viaAlert } from './stock/via-alert.ts';
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
  /** Files of its closed days. */
  auditFiles: { folder: string; openDays: number };
  vault: PersonalVault;
  company: Company;
  /** Who may press and read what. */
  permissions: PermissionTable;
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
  store,
  compilers,
  templates,
  vault,
  permissions,
  releases,
  company,
  checks,
}: Base): CommandHandler[] {
  const zone = () => company.get().zone;
  const ofRules = [
    raiseAlertHandler,
    ...orderButtonsOfRules({ vault, zone }),
    ...stockButtonsOfRules,
    openApprovalHandler,
    askPersonHandler,
    startWaitHandler,
    startEachHandler,
  ];
  const decider = new Decider({ releases, handlers: ofRules, zone });
  const stages = new Stages(decider, releases);
  const gates = new Gates(decider);
  const ingest = ingestOrderHandler({ vault, decider, stages });
  const ofOrders = [...ofRules, ...orderButtonsOfPeople({ vault, zone }), ...stockButtonsOfPeople];
  const told = (handler: CommandHandler) => answering(raising(handler, { decider, stages }));
  // What was asked about already is pressed behind its gates.
  const parked = new ParkedPresses({ handlers: ofOrders.map(told), permissions, vault });
  const ending = { stages, parked };
  const parking = { stages, vault };
  const others = [
    acknowledgeAlertHandler,
    seeAlertsHandler,
    deliverAlertsHandler,
    escalateAlertHandler(decider),
    foldAlertsHandler,
    overrideGateHandler,
    ingest,
    createOrderHandler(ingest),
    recordEventHandler({ vault, decider, stages }),
    approveHandler(ending),
    rejectHandler(ending),
    askBackHandler(ending),
    delegateHandler(ending),
    answerHandler(stages),
    planTimesHandler(decider),
    stopEachHandler,
    fireTimerHandler([
      ...askingTimers(ending),
      approvalDecidedAction(decider),
      waitTimerAction(stages),
      holdTimerAction,
      companyTimeAction(decider),
      orderTimeAction(decider, stages),
      gatherAction(zone),
      eachAction(stages),
    ]),
    signInHandler,
    signOutHandler,
    createFirstPersonHandler,
    createKeyHandler,
    revokeKeyHandler,
    grantButtonHandler,
    grantReadingHandler,
    createPersonHandler,
    setRolesHandler,
    disablePersonHandler,
    enablePersonHandler,
    renewSetUpLinkHandler,
    setPasswordHandler,
    endSessionHandler,
    importCatalogHandler(vault),
    stageImportHandler(vault, importAdapters(vault, store)),
    applyImportHandler,
    cancelImportHandler,
    advanceImportHandler,
    closeExcelImportHandler,
    saveFlowHandler,
    publishReleaseHandler(compilers, checks),
    activateReleaseHandler,
    loadTemplateHandler(new Map([...templates].map(([id, { title }]) => [id, title]))),
  ];
  // Asked first, then decided about, then told to the alerts it answers.
  const pressed = ofOrders.map((handler) => viaAlert(told(guarded(handler, gates, parking))));
  return [...pressed, ...others, askGateHandler([...ofOrders, ...others], gates, parking)];
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
      ...peopleAdminRoutes(running),
      ...permissionRoutes(running.permissions),
      ...keyRoutes(door, records<StoredKey>(store, 'keys')),
      ...homeRoutes({ store, releases, times, zone }),
      ...ingestRoutes({ door, store, metrics: running.metrics, log }),
      ...eventRoutes(door),
      ...gateRoutes(door),
      ...orderRoutes(store),
      ...stockRoutes(store),
      ...decisionRoutes({ store, releases, zone }),
      ...alertRoutes(store),
      ...approvalRoutes({ store, releases, zone }),
      ...colleagueRoutes(store),
      ...eachRoutes(store),
      ...rehearsal.routes,
      ...commandRoutes({ door, store, handlers, permissions: running.permissions }),
      ...catalogRoutes(door, store),
      ...importRoutes(running),
      ...flowRoutes({
        door,
        store,
        releases,
        compiler: compilers,
        factsOfOrder: (order) => factsOfOrder(store, order),
      }),
      ...releaseRoutes({ door, store, releases, compiler: compilers, checks: running.checks }),
      ...templateRoutes(door, store, templates),
      ...reasonRoutes(store),
      ...auditRoutes(store),
      ...auditVerificationRoutes(store, { ...running.checkpoints, folder: running.auditFiles.folder }),
    ],
    jobs: [{ name: 'rehearsal', stop: () => rehearsal.close() }],
  };
}

/** What runs beside the requests: numbering alerts, sealing the audit and filing its closed days, counting orders, archiving, comparing to the end. */
export function startJobs(
  { store, log, metrics, checkpoints, auditFiles, door, times, archive, company, releases, vault }: Running,
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
        // Handed on or counted again is news too, but of nothing that came just now.
        const isNew = alert?.state === 'raised' && (alert.count ?? 1) === 1;
        if (alert !== undefined && isNew) times.add(Math.max(0, store.clock.now() - alert.arrivedAt));
      }
    },
  });
  door.on('alerts.waiting', () => sequencer.wake());
  sequencer.wake();
  const folder = new AlertFolder({ store, door, log });
  door.on('alerts.grouping', () => folder.wake());
  const verifier = new Verifier({ store, archive, zone: () => company.get().zone });
  const comparison = new FullComparison({ store, log, door, verifier }).start();
  door.on('release.switched', () => comparison.wake());
  const imports = new ImportJob({ store, door, log, vault, adapterOf: importAdapters(vault, store) }).start();
  door.on('import.started', () => imports.wake());
  return [
    sequencer,
    folder,
    new OverdueAlerts({ store, door, log }),
    new ExpiredLocks({ store, door, log }),
    new Sealer(store, log, metrics).start(),
    new Checkpoints(store, checkpoints, log),
    new AuditFiles({ store, log, key: checkpoints.key, ...auditFiles }).start(),
    new OrderRollups(store, log).start(),
    new ArchiveJob({ store, log, folder: archive }).start(),
    new TimerJob({ store, door, log }).start(),
    new FollowRelease({ door, log, releases }),
    comparison,
    imports,
  ];
}
