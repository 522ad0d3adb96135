import { fieldGroups } from '../../rules-library/choices/field-groups.ts';
import type { Key as KeyView } from '../../rules-library/contract/session.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A key as stored. The secret itself is nowhere; `secretHash` recognises it. */
export interface StoredKey {
  _id: string;
  rev: number;
  name: string;
  commands: string[];
  reads: string[];
  /** Groups of fields its answers hold; keys of before they were asked for see all. */
  sees?: string[];
  perSecond: number;
  secretHash: string;
  createdAt: number;
  createdBy: string;
  createdByName: Text;
  revokedAt: number | null;
  revokedBy: string | null;
  lastUsedAt?: number;
  [field: string]: unknown;
}

const iso = (time: number | null | undefined): string | null =>
  time === null || time === undefined ? null : new Date(time).toISOString();

export function keyView(key: StoredKey): KeyView {
  return {
    id: key._id,
    name: key.name,
    commands: key.commands,
    reads: key.reads,
    sees: key.sees ?? fieldGroups.map(({ value }) => value),
    perSecond: key.perSecond,
    createdAt: new Date(key.createdAt).toISOString(),
    createdBy: key.createdByName.zh,
    lastUsedAt: iso(key.lastUsedAt),
    revokedAt: iso(key.revokedAt),
  };
}
