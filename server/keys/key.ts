import type { Key as KeyView } from '../../rules-library/contract/session.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A key as stored. The secret itself is nowhere; `secretHash` recognises it. */
export interface StoredKey {
  _id: string;
  rev: number;
  name: string;
  commands: string[];
  reads: string[];
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
    perSecond: key.perSecond,
    createdAt: new Date(key.createdAt).toISOString(),
    createdBy: key.createdByName.zh,
    lastUsedAt: iso(key.lastUsedAt),
    revokedAt: iso(key.revokedAt),
  };
}
