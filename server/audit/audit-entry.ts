import type { Text } from '../../rules-library/schema/text.ts';
import {
  isRefusal,
  type Change,
  type Outcome,
  type Press,
  type Refusal,
  type StoredDocument,
} from '../door/handler.ts';
import { contentHash } from '../canonical.ts';

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

/** The entry every press leaves, refused ones too. Business fields only: no personal data enters the chain. */
export function auditEntry(press: Press, planned: Outcome | Refusal, now: number): Change {
  const refused = isRefusal(planned);
  const content = {
    at: now,
    command: press.command.name,
    target: targetOf(press, planned),
    actor: press.actor.id,
    actorName: press.actor.name,
    roles: [...press.actor.roles],
    reason: press.reason,
    voucher: press.voucher,
    decision: (refused ? planned.refused.decision : planned.decision) ?? null,
    text: refused ? planned.refused.message : planned.text,
    before: refused ? null : plain(planned.audit?.before),
    after: refused ? null : plain(planned.audit?.after),
    refused: refused ? { code: planned.refused.code } : null,
  };
  const hash = contentHash({ id: press.id, ...content });
  const document = { _id: press.id, ...content, hash, sealed: false };
  return { put: 'audit', document };
}

/** As the store gives it back, so that the hash can be checked later: without absent fields. */
function plain(fields: Record<string, unknown> | undefined): Record<string, unknown> | null {
  return fields === undefined ? null : (JSON.parse(JSON.stringify(fields)) as Record<string, unknown>);
}

/** What was acted on; a command without a target says itself what it was about. */
function targetOf({ target }: Press, planned: Outcome | Refusal): string | null {
  if (target !== null) return `${target.kind}:${target.id}`;
  return isRefusal(planned) ? null : (planned.audit?.target ?? null);
}

/** The hash an entry must have, from what is stored of it. */
export function hashOfEntry({
  _id,
  rev: _rev,
  hash: _hash,
  sealed: _sealed,
  ...content
}: AuditEntry): string {
  return contentHash({ id: _id, ...content });
}
