import { catalogKinds, isCatalogKind, laterCatalogKinds } from '../../rules-library/schema/catalog.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, type Change, type Refusal } from '../door/handler.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { needsOfItems, planItems } from './plan-items.ts';

interface Input {
  kind: string;
  items: unknown[];
}

/**
 * Adds or updates up to 500 items by business id. Fields that are not sent keep what they hold. A bad item is reported with
 * its place and never stops the others; of two items with one id the later one has the last word.
 */
export function importCatalogHandler(vault: PersonalVault) {
  return defineHandler<Input>({
    name: 'import-catalog',
    needs({ input: { kind, items } }) {
      return isCatalogKind(kind) ? [needsOfItems(kind, items)] : [];
    },
    plan(press, state) {
      const { kind, items } = press.input;
      if (!isCatalogKind(kind)) return unknownKind(kind);
      const planned = planItems(vault, kind, items, state);
      const count = (verdict: string) => planned.items.filter((item) => item.verdict === verdict).length;
      const counts = { added: count('added'), changed: count('changed'), same: count('same') };
      const rejected = planned.items.flatMap((item, index) =>
        item.verdict === 'rejected' ? [{ index, path: item.path, message: item.message }] : [],
      );
      const stamp = { changedAt: state.now, changedBy: press.actor.id };
      const changes = planned.documents.map((document): Change => {
        return { put: kind, document: { ...document, ...stamp } };
      });
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
