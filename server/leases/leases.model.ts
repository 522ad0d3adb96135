import { defineModel } from '../store/model.ts';

/** Who does a job that only one process does at a time; `fence` is raised whenever it changes hands. */
export const leasesModel = defineModel('leases', { holder: String, until: Number, fence: Number });
