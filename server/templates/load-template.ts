import { businessIdOf, isCatalogKind, type CatalogKind } from '../../rules-library/schema/catalog.ts';
import type { Template } from '../../rules-library/schema/template.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { logicHash } from '../flows/logic-hash.ts';
import { giveIds } from '../flows/give-ids.ts';
import type { StoredFlow } from '../flows/stored-flow.ts';
import { answerOf } from '../http/executed.ts';
import { records, type Store } from '../store/store.ts';

const chunk = 500;

export interface LoadedTemplate {
  flows: { id: string; result: 'added' | 'kept' | 'same' }[];
  /** Items added, by kind. */
  catalog: Record<string, number>;
  text: Text;
}

/**
 * Loads a template as this person: its catalogue, lists and tables where nothing of that id exists yet, its flows as drafts. What is
 * there already is kept as it is, so loading it again is harmless.
 */
export async function loadTemplate(
  { door, store }: { door: Door; store: Store },
  template: Template,
  actor: Actor,
): Promise<LoadedTemplate> {
  answerOf(
    await door.execute({ name: 'load-template', target: `template:${template.id}`, input: {} }, actor),
  );
  const catalog: Record<string, number> = {};
  for (const [kind, items] of Object.entries({
    ...template.catalog,
    lists: template.lists,
    tables: template.tables,
  })) {
    if (!isCatalogKind(kind)) continue;
    const added = await addMissing(door, store, kind, items, actor);
    if (added > 0) catalog[kind] = added;
  }
  const flows: LoadedTemplate['flows'] = [];
  const drafts = records<StoredFlow>(store, 'flows');
  for (const flow of template.flows) {
    const known = await drafts.byId(flow.id);
    if (known === null) {
      answerOf(
        await door.execute(
          { name: 'save-flow', target: `flow:${flow.id}`, input: { flow, version: 0 } },
          actor,
        ),
      );
    }
    const same = known?.logicHash === logicHash(giveIds(flow));
    flows.push({ id: flow.id, result: known === null ? 'added' : same ? 'same' : 'kept' });
  }
  return { flows, catalog, text: summary(template.title, flows) };
}

async function addMissing(
  door: Door,
  store: Store,
  kind: CatalogKind,
  items: readonly Record<string, unknown>[],
  actor: Actor,
): Promise<number> {
  const stored = records(store, kind);
  let added = 0;
  for (let from = 0; from < items.length; from += chunk) {
    const part = items.slice(from, from + chunk);
    const idOf = (item: Record<string, unknown>) => businessIdOf(kind, item) ?? '';
    const known = new Set((await stored.byIds(part.map(idOf))).map(({ _id }) => _id));
    const missing = part.filter((item) => !known.has(idOf(item)));
    if (missing.length === 0) continue;
    const { result } = answerOf(
      await door.execute(
        { name: 'import-catalog', input: { kind, items: missing }, bytes: 300 * missing.length },
        actor,
      ),
    );
    added += Number(result.added);
  }
  return added;
}

function summary(title: Text, flows: LoadedTemplate['flows']): Text {
  const added = flows.filter(({ result }) => result === 'added').length;
  const kept = flows.length - added;
  return {
    zh: `「${title.zh}」已载入：新增 ${added} 个规则流草稿${kept > 0 ? `，保留已有的 ${kept} 个` : ''}。发布后才生效。`,
    en: `"${title.en}" is loaded: ${added} flows added as drafts${kept > 0 ? `, ${kept} kept as they were` : ''}. They take effect when published.`,
  };
}
