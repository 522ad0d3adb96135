import { catalogKinds } from '../../rules-library/schema/catalog.ts';
import { defineModel, mixed } from '../store/model.ts';

/** Master data, one collection per kind; `_id` is the business id. */
export const catalogModels = Object.keys(catalogKinds).map((kind) =>
  defineModel(
    kind,
    {
      item: mixed,
      version: Number,
      hash: String,
      changedAt: Number,
      changedBy: String,
      ...(kind === 'customers' ? { sealed: String, keys: [String] } : {}),
    },
    kind === 'customers' ? [{ fields: { keys: 1 } }] : [],
  ),
);

/** Which edition each kind is in: `rev` is raised by every transaction that changes an item of the kind. */
export const editionsModel = defineModel('editions', {});
