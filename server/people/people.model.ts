import { defineModel, mixed } from '../store/model.ts';

/** People who sign in; `_id` is the sign-in name. */
export const peopleModel = defineModel('people', {
  name: mixed,
  roles: [String],
  warehouse: String,
  passwordHash: String,
  demo: Boolean,
  createdAt: Number,
  disabledAt: Number,
  setUp: mixed,
  signInsFrom: Number,
});

/** Sign-ins; `_id` is the hash of the token in the cookie. Gone from the store once they have expired. */
export const sessionsModel = defineModel(
  'sessions',
  {
    person: String,
    createdAt: Number,
    seenAt: Number,
    expiresAt: Date,
    endedAt: Number,
  },
  [{ fields: { person: 1 } }, { fields: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } }],
);

/** The company's own settings, one document `company`; and, before anyone exists, the set-up link `set-up`. */
export const settingsModel = defineModel('settings', {
  name: mixed,
  zone: String,
  demo: Boolean,
  excelClosed: mixed,
  tokenHash: String,
  usedAt: Number,
});
