import { defineModel, mixed } from '../store/model.ts';

/** What each role may press and read; `_id` is the role. First filled from the contracts, then changed by the data steward. */
export const permissionsModel = defineModel('permissions', { buttons: mixed, reads: mixed });
