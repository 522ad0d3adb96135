import {
  contentOf,
  factsOfContents,
  namesAmong,
  needsOfNames,
  type StoredContent,
} from '../decisions/named-contents.ts';
import { records, type Store } from '../store/store.ts';

/** What the lists and tables among these facts hold now, as facts. */
export async function currentContents(
  store: Store,
  facts: readonly string[],
): Promise<Record<string, unknown>> {
  const names = namesAmong(facts);
  const stored = new Map<string, StoredContent>();
  await Promise.all(
    needsOfNames(names).map(async ({ collection, ids }) => {
      for (const document of await records<StoredContent>(store, collection).byIds(ids))
        stored.set(`${collection} ${document._id}`, document);
    }),
  );
  return factsOfContents(names.map(({ kind, id }) => contentOf(kind, id, stored.get(`${kind}s ${id}`))));
}
