import type { GrantCondition } from '../../rules-library/choices/grant-conditions.ts';
import type { StoredDocument } from '../door/handler.ts';

/** One cell of the table: a role and a button. */
export interface StoredGrant {
  allow: boolean;
  /** Null: every field. */
  fields: string[] | null;
  when: GrantCondition[];
}

/** Everything a role may press and read; `_id` is the role. */
export interface RoleSettings {
  _id: string;
  buttons: Record<string, StoredGrant>;
  /** By group of fields. */
  reads: Record<string, boolean>;
}

export type StoredRole = RoleSettings & StoredDocument;

/** Which state the table is in, in the collection of pointers: raised by every change, so that one small read tells of it. */
export interface StoredEpoch extends StoredDocument {
  epoch: number;
}

export const epochId = 'permissions';
