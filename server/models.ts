import { alertGroupsModel, alertsModel, feedModel, roomsModel } from './alerts/alerts.model.ts';
import { approvalsModel } from './approvals/approvals.model.ts';
import { auditFileModel, auditModel, checkpointModel, sealModel } from './audit/audit.model.ts';
import { catalogModels, editionsModel } from './catalog/catalog.model.ts';
import { decisionsModel, listContentsModel } from './decisions/decisions.model.ts';
import { idempotencyModel } from './door/door.model.ts';
import { eachItemsModel, eachRunsModel } from './each/each.model.ts';
import { eventsModel } from './events/events.model.ts';
import { flowsModel } from './flows/flows.model.ts';
import { gatePassesModel } from './gates/gates.model.ts';
import { rollupsModel } from './home/home.model.ts';
import { importPartsModel, importsModel } from './imports/imports.model.ts';
import { keysModel } from './keys/keys.model.ts';
import { leasesModel } from './leases/leases.model.ts';
import { creditsModel, historyModel, identitiesModel, ordersModel } from './orders/orders.model.ts';
import { peopleModel, sessionsModel, settingsModel } from './people/people.model.ts';
import { activationsModel, pointersModel, processesModel, releasesModel } from './releases/releases.model.ts';
import { permissionsModel } from './permissions/permissions.model.ts';
import { capsModel } from './stock/cap.model.ts';
import { ledgerModel } from './stock/ledger.model.ts';
import { reservationsModel } from './stock/reservation.model.ts';
import { stockModel } from './stock/stock.model.ts';
import type { Model } from './store/model.ts';
import { templatesModel } from './templates/templates.model.ts';
import { timersModel } from './timers/timers.model.ts';
import { comparisonsModel, witnessesModel } from './verify/verify.model.ts';
import { waitsModel } from './waits/waits.model.ts';

/** Every collection of the store. */
export const models: readonly Model[] = [
  auditModel,
  sealModel,
  checkpointModel,
  auditFileModel,
  idempotencyModel,
  ordersModel,
  historyModel,
  identitiesModel,
  creditsModel,
  stockModel,
  reservationsModel,
  ledgerModel,
  capsModel,
  eventsModel,
  decisionsModel,
  listContentsModel,
  alertsModel,
  alertGroupsModel,
  roomsModel,
  feedModel,
  approvalsModel,
  waitsModel,
  timersModel,
  eachRunsModel,
  eachItemsModel,
  gatePassesModel,
  leasesModel,
  rollupsModel,
  peopleModel,
  sessionsModel,
  settingsModel,
  permissionsModel,
  keysModel,
  ...catalogModels,
  editionsModel,
  importsModel,
  importPartsModel,
  flowsModel,
  releasesModel,
  pointersModel,
  activationsModel,
  processesModel,
  comparisonsModel,
  witnessesModel,
  templatesModel,
];
