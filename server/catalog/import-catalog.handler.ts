import {
  catalogKinds,
  isCatalogKind,
  laterCatalogKinds,
  type CatalogKind,
  type CustomerItem,
} from '../../rules-library/schema/catalog.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, type Change, type Refusal, type StoredDocument } from '../door/handler.ts';
import { contentHash } from '../canonical.ts';
import { issuesOf } from '../http/validate.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { customerRecord } from './customer-record.ts';

interface Input {
  kind: string;
  items: unknown[];
}

interface Rejected {
  index: number;
  path: string;
  message: Text;
}

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

/**
 * Adds or updates up to 500 items by business id. Fields that are not sent keep what they hold. A bad item is reported with
 * its place and never stops the others; of two items with one id the later one has the last word.
 */
export function importCatalogHandler(vault: PersonalVault) {
  return defineHandler<Input>({
    name: 'import-catalog',
    needs(press) {
      const { kind, items } = press.input;
      if (!isCatalogKind(kind)) return [];
      const ids = new Set(items.map((item) => idOf(kind, item)).filter((id) => id !== undefined));
      return [{ collection: kind, ids: [...ids] }];
    },
    plan(press, state) {
      const { kind, items } = press.input;
      if (!isCatalogKind(kind)) return unknownKind(kind);
      const planned = new Map<string, CatalogDocument>();
      const rejected: Rejected[] = [];
      const counts = { added: 0, changed: 0, same: 0 };
      for (const [index, raw] of items.entries()) {
        const read = catalogKinds[kind].item.safeParse(raw, { reportInput: true });
        if (!read.success) {
          const [issue] = issuesOf(read.error);
          if (issue !== undefined) rejected.push({ index, ...issue });
          continue;
        }
        const id = idOf(kind, read.data)!;
        const before = planned.get(id) ?? state.get<CatalogDocument>(kind, id);
        const content = contentOf(vault, kind, read.data, before);
        if (before?.hash === content.hash) {
          counts.same += 1;
          continue;
        }
        counts[before === undefined ? 'added' : 'changed'] += 1;
        planned.set(id, {
          _id: id,
          rev: before?.rev ?? 0,
          ...content,
          version: (before?.version ?? 0) + 1,
          changedAt: state.now,
          changedBy: press.actor.id,
        });
      }
      const changes: Change[] = [...planned.values()].map((document) => ({ put: kind, document }));
      return {
        changes,
        result: { ...counts, rejected },
        text: summary(counts.added, counts.changed, counts.same, rejected.length),
        signals: changes.length === 0 ? [] : [{ name: 'catalog.changed', data: { kind } }],
        audit: { after: { kind, ...counts, rejected: rejected.length } },
      };
    },
  });
}

type Content = Pick<CatalogDocument, 'item' | 'hash' | 'sealed' | 'keys'>;

function contentOf(
  vault: PersonalVault,
  kind: CatalogKind,
  sent: Record<string, unknown>,
  before: CatalogDocument | undefined,
): Content {
  if (kind === 'customers') return { ...customerRecord(vault, sent as CustomerItem, before) };
  const item = { ...before?.item, ...sent };
  return { item, hash: contentHash(item) };
}

function idOf(kind: CatalogKind, item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const id = (item as Record<string, unknown>)[catalogKinds[kind].key];
  return typeof id === 'string' && id !== '' && id.length <= 64 ? id : undefined;
}

/** Says which kinds there are, and that some come later. */
export function unknownKind(kind: string): Refusal {
  const known = Object.keys(catalogKinds).join(', ');
  const later = (laterCatalogKinds as readonly string[]).includes(kind);
  return {
    refused: {
      code: later ? 'refused' : 'not-found',
      path: 'kind',
      message: later
        ? {
            zh: `「${kind}」这类资料要等相应功能上线后才能导入。现在可以导入：${known}。`,
            en: `"${kind}" comes with its topic and cannot be imported yet. Kinds now: ${known}.`,
          }
        : {
            zh: `没有「${kind.slice(0, 40)}」这类资料。可以导入：${known}。`,
            en: `There is no kind "${kind.slice(0, 40)}". Kinds: ${known}.`,
          },
    },
  };
}

function summary(added: number, changed: number, same: number, rejected: number): Text {
  return {
    zh: `新增 ${added} 条，更新 ${changed} 条，未变 ${same} 条${rejected > 0 ? `，退回 ${rejected} 条` : ''}`,
    en: `${added} added, ${changed} changed, ${same} unchanged${rejected > 0 ? `, ${rejected} rejected` : ''}`,
  };
}
