import { defineModel, mixed } from '../store/model.ts';

export const alertsModel = defineModel(
  'alerts',
  {
    kind: String,
    level: String,
    text: mixed,
    at: Number,
    rooms: [String],
    subject: mixed,
    order: String,
    source: mixed,
    buttons: [mixed],
    warehouse: String,
    state: String,
    open: Boolean,
    acknowledgedBy: mixed,
    acknowledgedAt: Number,
    news: [String],
    sequenced: Boolean,
    arrivedAt: Number,
    screens: [String],
    seenBy: [mixed],
    answer: mixed,
    answerWithin: Number,
    thenTo: [mixed],
    dueAt: Number,
    timed: Boolean,
    escalated: mixed,
    chain: Number,
    group: String,
    grouping: Boolean,
    groupedInto: String,
    count: Number,
    lastAt: Number,
    latest: [mixed],
  },
  [
    { fields: { sequenced: 1 }, options: { partialFilterExpression: { sequenced: false } } },
    { fields: { rooms: 1, open: 1, _id: -1 } },
    { fields: { order: 1, open: 1 } },
    { fields: { timed: 1, dueAt: 1 }, options: { partialFilterExpression: { timed: true } } },
    { fields: { grouping: 1 }, options: { partialFilterExpression: { grouping: true } } },
    { fields: { groupedInto: 1, _id: -1 }, options: { partialFilterExpression: { state: 'grouped' } } },
  ],
);

/** Which alert counts what is alike. */
export const alertGroupsModel = defineModel('alertGroups', { alert: String });

/** The newest number of each room. */
export const roomsModel = defineModel('rooms', { seq: Number });

/** The durable log of each room; `_id` is room and number, so that a room is one range of keys. */
export const feedModel = defineModel('feed', {
  room: String,
  seq: Number,
  at: Number,
  event: String,
  alert: String,
  approval: String,
});
