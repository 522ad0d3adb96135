import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Text } from '../../rules-library/schema/text.ts';
import {
  isRefusal,
  type Change,
  type Outcome,
  type Press,
  type Refusal,
  type StoredDocument,
} from '../door/handler.ts';

export interface AuditEntry extends StoredDocument {
  at: number;
  command: string;
  target: string | null;
  actor: string;
  actorName: Text;
  roles: string[];
  reason: string | null;
  voucher: string | null;
  decision: string | null;
  text: Text;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  refused: { code: string } | null;
  hash: string;
  sealed: boolean;
}

/** SHA-256 over RFC 8785 canonical JSON. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}

/** The entry every press leaves, refused ones too. Business fields only: no personal data enters the chain. */
export function auditEntry(press: Press, planned: Outcome | Refusal, now: number): Change {
  const refused = isRefusal(planned);
  const content = {
    at: now,
    command: press.command.name,
    target: press.target === null ? null : `${press.target.kind}:${press.target.id}`,
    actor: press.actor.id,
    actorName: press.actor.name,
    roles: [...press.actor.roles],
    reason: press.reason,
    voucher: press.voucher,
    decision: refused ? null : (planned.decision ?? null),
    text: refused ? planned.refused.message : planned.text,
    before: refused ? null : (planned.audit?.before ?? null),
    after: refused ? null : (planned.audit?.after ?? null),
    refused: refused ? { code: planned.refused.code } : null,
  };
  const hash = contentHash({ id: press.id, ...content });
  const document = { _id: press.id, ...content, hash, sealed: false };
  return { put: 'audit', document };
}
