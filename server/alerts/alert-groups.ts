import { contentHash } from '../canonical.ts';
import type { StoredDocument } from '../door/handler.ts';
import type { StoredAlert } from './alert.ts';

export const alertGroups = 'alertGroups';

/** The alert that counts what is alike; `_id` is the group. */
export interface AlertGroup extends StoredDocument {
  alert: string;
}

/** What is counted together: one kind, told to the same people, with the same words to group by. */
export function groupId({ kind, rooms }: Pick<StoredAlert, 'kind' | 'rooms'>, groupBy: string): string {
  return contentHash([kind, rooms, groupBy]);
}
