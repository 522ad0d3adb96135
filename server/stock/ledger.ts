import type { Text } from '../../rules-library/schema/text.ts';
import { unkeyed } from '../audit/audit-context.ts';
import { freeText } from '../audit/without-personal.ts';
import { contentHash } from '../canonical.ts';
import type { Press, StoredDocument } from '../door/handler.ts';
import type { Balance, BalanceChanges, Movement } from './balance/balance.ts';

/** What a movement was. */
export type LedgerKind =
  | 'receipt'
  | 'adjust'
  | 'block'
  | 'unblock'
  | 'protect'
  | 'hold'
  | 'confirm'
  | 'release'
  | 'expire'
  | 'consume'
  | 'relayer'
  | 'transfer-out'
  | 'transfer-in';

/** One movement of one balance; never changed. Lines of a key are numbered without holes and chained by hash. */
export interface LedgerLine extends StoredDocument {
  key: string;
  seq: number;
  kind: LedgerKind;
  changes: BalanceChanges;
  press: string;
  /** The decision behind a rule's press. */
  cause: string | null;
  actor: string;
  /** Of people; others are named by their id. */
  actorName?: Text;
  at: Date;
  reason?: string;
  voucher?: string;
  reservation?: string;
  /** Hash of the line before; '' for the first. */
  prev: string;
  hash: string;
}

const digits = 9;

/** Id of a line: all of one key lie together, in order. */
export function ledgerId(key: string, seq: number): string {
  return `${key}|${String(seq).padStart(digits, '0')}`;
}

/** Writes a movement down: the balance with its number and hash raised, and the line that says what moved. */
export function writeLine(
  { balance, changes }: Movement,
  kind: LedgerKind,
  press: Press,
  now: number,
  reservation?: string,
): { balance: Balance; line: LedgerLine } {
  const keyed = press.audit?.keyed ?? unkeyed.keyed;
  const seq = balance.seq + 1;
  const content = {
    key: balance._id,
    seq,
    kind,
    changes,
    press: press.id,
    cause: press.cause?.decision ?? null,
    actor: press.actor.id,
    ...(press.actor.kind === 'person' ? { actorName: press.actor.name } : {}),
    at: new Date(now),
    ...(press.reason === null ? {} : { reason: freeText(press.reason, keyed) }),
    ...(press.voucher === null ? {} : { voucher: freeText(press.voucher, keyed) }),
    ...(reservation === undefined ? {} : { reservation }),
    prev: balance.chainHead,
  };
  const hash = contentHash(content);
  const line: LedgerLine = { _id: ledgerId(balance._id, seq), rev: 0, ...content, hash };
  return { balance: { ...balance, seq, chainHead: hash }, line };
}

/** The hash a line must have, from what is stored of it. */
export function hashOfLine({ _id, rev: _rev, hash: _hash, ...content }: LedgerLine): string {
  return contentHash(content);
}
