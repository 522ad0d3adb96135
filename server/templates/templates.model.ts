import { defineModel } from '../store/model.ts';

/** Templates that were loaded into this store; `_id` is the template's id. */
export const templatesModel = defineModel('templates', { loadedAt: Number, loadedBy: String });
