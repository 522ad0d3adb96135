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
  },
  [
    { fields: { sequenced: 1 }, options: { partialFilterExpression: { sequenced: false } } },
    { fields: { rooms: 1, open: 1, _id: -1 } },
    { fields: { order: 1, open: 1 } },
  ],
);

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
