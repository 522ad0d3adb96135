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
import { unkeyed, type Keyed } from './audit-context.ts';
import { freeText, withoutPersonal } from './without-personal.ts';

export interface AuditEntry extends StoredDocument {
  at: number;
  command: string;
  target: string | null;
  actor: string;
  /** What its id begins with: the server presses on behalf of people too. */
  actorKind: string;
  actorName: Text;
  roles: string[];
  reason: string | null;
  voucher: string | null;
  /** The release in force, or the one whose rule pressed. */
  release: number | null;
  decision: string | null;
  text: Text;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  refused: { code: string } | null;
  hash: string;
  sealed: boolean;
  /** The link of the chain that names it, once sealed. */
  seal?: number;
}

/** The entry every press leaves, refused ones too. Business fields only: no personal data enters the chain. */
export function auditEntry(press: Press, planned: Outcome | Refusal, now: number): Change {
  const refused = isRefusal(planned);
  const { release, keyed } = press.audit ?? unkeyed;
  const text = refused ? planned.refused.message : planned.text;
  const content = {
    at: now,
    command: press.command.name,
    target: targetOf(press, planned),
    actor: press.actor.id,
    actorKind: press.actor.id.split(':', 1)[0]!,
    actorName: press.actor.name,
    roles: [...press.actor.roles],
    reason: press.reason === null ? null : freeText(press.reason, keyed),
    voucher: press.voucher === null ? null : freeText(press.voucher, keyed),
    release: release(),
    decision: (refused ? planned.refused.decision : planned.decision) ?? null,
    text: { zh: freeText(text.zh, keyed), en: freeText(text.en, keyed) },
    before: refused ? null : plain(planned.audit?.before, keyed),
    after: refused ? null : plain(planned.audit?.after, keyed),
    refused: refused ? { code: planned.refused.code } : null,
  };
  const hash = contentHash({ id: press.id, ...content });
  const document = { _id: press.id, ...content, hash, sealed: false };
  return { put: 'audit', document };
}

/** As the store gives it back, so that the hash can be checked later: without absent fields. */
function plain(fields: Record<string, unknown> | undefined, keyed: Keyed): Record<string, unknown> | null {
  if (fields === undefined) return null;
  const stored = JSON.parse(JSON.stringify(fields)) as Record<string, unknown>;
  return withoutPersonal(stored, keyed) as Record<string, unknown>;
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
  seal: _seal,
  ...content
}: AuditEntry): string {
  return contentHash({ id: _id, ...content });
}
