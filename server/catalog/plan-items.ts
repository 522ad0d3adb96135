import {
  businessIdOf,
  catalogKinds,
  type CatalogKind,
  type CustomerItem,
} from '../../rules-library/schema/catalog.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { contentHash } from '../canonical.ts';
import type { Need, State, StoredDocument } from '../door/handler.ts';
import { issuesOf } from '../http/validate.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { customerRecord } from './customer-record.ts';

/** A catalogue item as stored: `item` holds its fields as they were sent, those of customers masked (`customer-record.ts`). */
export interface CatalogDocument extends StoredDocument {
  item: Record<string, unknown>;
  /** Raised by one whenever the content changes; decisions name the version of the lists they read. */
  version: number;
  hash: string;
  changedAt: number;
  changedBy: string;
  /** Customers only: their personal data, and the keyed hashes they are recognised by. */
  sealed?: string;
  keys?: string[];
}

/** What taking one item in would do; `before` and `after` as they may be shown. */
export type PlannedItem =
  | { verdict: 'rejected'; path: string; message: Text }
  | {
      verdict: 'added' | 'changed' | 'same';
      id: string;
      before: Record<string, unknown> | null;
      after: Record<string, unknown>;
    };

type Content = Pick<CatalogDocument, 'item' | 'hash' | 'sealed' | 'keys'>;
type PlannedCatalogDocument = Content & Pick<CatalogDocument, '_id' | 'rev' | 'version'>;

export interface PlannedItems {
  /** One for each item, in their order. */
  items: PlannedItem[];
  documents: PlannedCatalogDocument[];
}

/** Documents that have to be read before these items can be planned. */
export function needsOfItems(kind: CatalogKind, items: readonly unknown[]): Need {
  const ids = new Set(items.flatMap((item) => businessIdOf(kind, item) ?? []));
  return { collection: kind, ids: [...ids] };
}

/**
 * Items over what is known, by business id: fields that are not sent keep what they hold, and of two items with one id the later one
 * has the last word. A bad item stops no other.
 */
export function planItems(
  vault: PersonalVault,
  kind: CatalogKind,
  items: readonly unknown[],
  state: State,
): PlannedItems {
  const documents = new Map<string, PlannedCatalogDocument>();
  const planned = items.map((raw): PlannedItem => {
    const read = catalogKinds[kind].item.safeParse(raw, { reportInput: true });
    if (!read.success) {
      const [issue] = issuesOf(read.error);
      return { verdict: 'rejected', path: issue?.path ?? '', message: issue?.message ?? unreadable };
    }
    const id = businessIdOf(kind, read.data)!;
    const before = documents.get(id) ?? state.get<CatalogDocument>(kind, id);
    const content = contentOf(vault, kind, read.data, before);
    const shown = { id, before: before?.item ?? null, after: content.item };
    if (before?.hash === content.hash) return { verdict: 'same', ...shown };
    const version = (before?.version ?? 0) + 1;
    documents.set(id, { _id: id, rev: before?.rev ?? 0, ...content, version });
    return { verdict: before === undefined ? 'added' : 'changed', ...shown };
  });
  return { items: planned, documents: [...documents.values()] };
}

const unreadable: Text = { zh: '这一条读不懂', en: 'This item cannot be read' };

function contentOf(
  vault: PersonalVault,
  kind: CatalogKind,
  sent: Record<string, unknown>,
  before: Pick<CatalogDocument, 'item' | 'sealed'> | undefined,
): Content {
  if (kind === 'customers') return { ...customerRecord(vault, sent as CustomerItem, before) };
  const item = { ...before?.item, ...sent };
  return { item, hash: contentHash(item) };
}
