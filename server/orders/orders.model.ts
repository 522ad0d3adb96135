import { defineModel, mixed } from '../store/model.ts';

/** Current state of every order; `_id` is made from channel and number. */
export const ordersModel = defineModel(
  'orders',
  {
    channel: String,
    externalId: String,
    kind: String,
    state: String,
    stateSince: Number,
    placedAt: Number,
    receivedAt: Number,
    changedAt: Number,
    lines: [mixed],
    goodsTotal: Number,
    total: Number,
    discount: Number,
    freight: Number,
    quantity: Number,
    customer: mixed,
    repairShop: String,
    vehicle: mixed,
    shipTo: mixed,
    payment: mixed,
    requestedDelivery: Number,
    note: String,
    custom: mixed,
    masked: mixed,
    sealed: String,
    addressHash: String,
    identities: [String],
    credit: mixed,
    layer: String,
    assignee: mixed,
    isRush: Boolean,
    rushRequested: Boolean,
    rushRequest: mixed,
    tags: [String],
    holds: [mixed],
    held: Boolean,
    complaints: Number,
    alerts: Number,
    history: Number,
    fingerprint: String,
    asOf: mixed,
    intake: mixed,
    firstDecision: String,
    waits: [mixed],
    locks: [String],
    shipped: [mixed],
  },
  [
    { fields: { receivedAt: -1, _id: -1 } },
    { fields: { externalId: 1 } },
    { fields: { held: 1, receivedAt: -1 }, options: { partialFilterExpression: { held: true } } },
  ],
);

/**
 * What happened to an order, append-only. `_id` is order and number: one range of keys per order. Only entries that end a wait
 * are indexed besides, so that taking in an order pays for no index.
 */
export const historyModel = defineModel(
  'orderHistory',
  {
    order: String,
    n: Number,
    at: Number,
    type: String,
    text: mixed,
    actor: String,
    decision: String,
    reason: String,
    voucher: String,
    data: mixed,
    actorName: mixed,
    endsWait: Boolean,
    wait: String,
    waited: Number,
  },
  [{ fields: { wait: 1, at: -1 }, options: { partialFilterExpression: { endsWait: true } } }],
);

/** Who orders belong to: one document per strong key, written by every order that has it, so that two of one person meet. */
export const identitiesModel = defineModel('identities', {
  recent: [mixed],
  days: [mixed],
  orders: Number,
  firstAt: Number,
});

/** Credit in use per account (a repair shop, or a customer with a limit), written by every order on account. */
export const creditsModel = defineModel('credits', { used: Number, orders: Number });
