import { catalogKinds } from '../../rules-library/schema/catalog.ts';
import type { StoredDocument } from './handler.ts';
import type { WorkingCopy } from './working-copy.ts';

/** One document per collection of master data; its `rev` is raised by every transaction that changes the collection. */
export const editions = 'editions';

const collections: readonly string[] = Object.keys(catalogKinds);
const mostRemembered = 30_000;

interface Remembered {
  /** The edition these were read in; 0 before the first change. */
  edition: number;
  /** Undefined: the store has none of that id. */
  documents: Map<string, StoredDocument | undefined>;
}

/** Ids of the documents that say which edition each collection is in. */
export const editionIds = collections;

export function isReferenceData(collection: string): boolean {
  return collections.includes(collection);
}

/**
 * Master data is read with every order and changes rarely, so a process remembers what it has read. It is used only while the
 * group's own snapshot shows the edition it was read in: a decision never sees other data than a read would give it.
 */
export class ReferenceData {
  private readonly remembered = new Map<string, Remembered>();

  /** Those of these ids that are not remembered, of whatever edition. */
  notRemembered(collection: string, ids: readonly string[]): string[] {
    const known = this.remembered.get(collection)?.documents;
    return known === undefined ? [...ids] : ids.filter((id) => !known.has(id));
  }

  /** Takes into the copy what is remembered of these documents; answers the ids that have to be read. */
  fill(copy: WorkingCopy, collection: string, ids: readonly string[]): string[] {
    const known = this.remembered.get(collection);
    if (known?.edition !== editionOf(copy, collection)) return [...ids];
    const found = ids.filter((id) => known.documents.has(id));
    copy.load(
      collection,
      found,
      found.flatMap((id) => known.documents.get(id) ?? []),
    );
    return ids.filter((id) => !known.documents.has(id));
  }

  /** Remembers what was read of these ids in the edition the copy shows. */
  remember(
    copy: WorkingCopy,
    collection: string,
    ids: readonly string[],
    documents: readonly StoredDocument[],
  ): void {
    const edition = editionOf(copy, collection);
    let known = this.remembered.get(collection);
    if (known === undefined || known.edition !== edition || known.documents.size > mostRemembered) {
      known = { edition, documents: new Map() };
      this.remembered.set(collection, known);
    }
    for (const id of ids) known.documents.set(id, undefined);
    for (const document of documents) known.documents.set(document._id, document);
  }
}

/** Raises the edition of every collection of master data that the group changes. */
export function raiseEditions(copy: WorkingCopy): void {
  const changed = copy.changedCollections().filter(isReferenceData);
  const unread = changed.find((name) => !copy.holds(editions, name));
  if (unread !== undefined) throw new Error(`${unread} is changed by a handler that does not need it first`);
  copy.apply(changed.map((_id) => ({ put: editions, document: { _id } })));
}

function editionOf(copy: WorkingCopy, collection: string): number {
  return copy.get(editions, collection)?.rev ?? 0;
}
