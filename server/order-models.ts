import { alertsModel, feedModel, roomsModel } from './alerts/alerts.model.ts';
import { decisionsModel, listContentsModel } from './decisions/decisions.model.ts';
import { eventsModel } from './events/events.model.ts';
import { creditsModel, historyModel, identitiesModel, ordersModel } from './orders/orders.model.ts';
import type { Model } from './store/model.ts';

/** Collections on the way of one order. */
export const orderModels: readonly Model[] = [
  ordersModel,
  historyModel,
  identitiesModel,
  creditsModel,
  decisionsModel,
  listContentsModel,
  eventsModel,
  alertsModel,
  roomsModel,
  feedModel,
];
