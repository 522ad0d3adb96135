import type { Change, Need, State, StoredDocument } from './handler.ts';

interface Slot {
  /** As the store held it; undefined: the store has none. */
  loaded: StoredDocument | undefined;
  current: StoredDocument | undefined;
  changed: boolean;
}

/** What a group changes in one collection, each document once. */
export interface CollectionWrites {
  inserts: StoredDocument[];
  /** `rev` is the one that was read: the write is filtered by it. */
  replacements: { document: StoredDocument; rev: number }[];
  removals: { id: string; rev: number }[];
}

function key(need: Need): string {
  return JSON.stringify(need);
}

/** Changed documents are the copy's own: the number is put in their place, not into yet another copy. */
function raised(document: StoredDocument, rev: number): StoredDocument {
  document.rev = rev;
  return document;
}

/** The documents a group reads, with what it has planned so far. Commands are planned on it one after another. */
export class WorkingCopy implements State {
  readonly now: number;
  private readonly slots = new Map<string, Map<string, Slot>>();
  private readonly queries = new Map<string, string[]>();

  constructor(now: number) {
    this.now = now;
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it keeps there
  get<Document extends StoredDocument>(collection: string, id: string): Document | undefined {
    return this.slots.get(collection)?.get(id)?.current as Document | undefined;
  }

  find<Document extends StoredDocument>(need: Need): Document[] {
    if ('ids' in need) {
      return need.ids.flatMap((id) => {
        const document = this.get<Document>(need.collection, id);
        return document === undefined ? [] : [document];
      });
    }
    const slots = this.slots.get(need.collection);
    const ids = new Set(this.queries.get(key(need)) ?? []);
    for (const [id, slot] of slots ?? []) if (slot.changed) ids.add(id);
    const found = [...ids]
      .map((id) => slots?.get(id)?.current)
      .filter((document) => document !== undefined && matches(document, need)) as Document[];
    return sorted(found, need.sort).slice(0, need.limit);
  }

  /** Whether these documents have been read already. */
  holds(collection: string, id: string): boolean {
    return this.slots.get(collection)?.has(id) ?? false;
  }

  holdsQuery(need: Need): boolean {
    return this.queries.has(key(need));
  }

  /** Takes in what the store answered for these ids; ids without a document are remembered as absent. */
  load(collection: string, ids: readonly string[], documents: readonly StoredDocument[]): void {
    const byId = new Map(documents.map((document) => [document._id, document]));
    for (const id of ids) this.slot(collection, id, byId.get(id));
  }

  loadQuery(need: Need, documents: readonly StoredDocument[]): void {
    this.queries.set(
      key(need),
      documents.map(({ _id }) => _id),
    );
    for (const document of documents) this.slot(need.collection, document._id, document);
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if ('put' in change) {
        const slot = this.slot(change.put, change.document._id, undefined);
        slot.current = { ...change.document, rev: slot.current?.rev ?? 0 };
        slot.changed = true;
      } else {
        const slot = this.slot(change.remove, change.id, undefined);
        slot.current = undefined;
        slot.changed = true;
      }
    }
  }

  changedCollections(): string[] {
    return [...this.slots]
      .filter(([, slots]) => [...slots.values()].some(({ changed }) => changed))
      .map(([name]) => name);
  }

  /** What has to be written, by collection in order of name; documents in order of id, so that two groups meet early. */
  writes(): [string, CollectionWrites][] {
    const all: [string, CollectionWrites][] = [];
    for (const [collection, slots] of this.slots) {
      const writes: CollectionWrites = { inserts: [], replacements: [], removals: [] };
      for (const [id, { loaded, current, changed }] of slots) {
        if (!changed) continue;
        if (current === undefined) {
          if (loaded !== undefined) writes.removals.push({ id, rev: loaded.rev });
        } else if (loaded === undefined) writes.inserts.push(raised(current, 1));
        else writes.replacements.push({ document: raised(current, loaded.rev + 1), rev: loaded.rev });
      }
      if (writes.inserts.length + writes.replacements.length + writes.removals.length > 0)
        all.push([collection, writes]);
    }
    for (const [, { replacements }] of all)
      replacements.sort((a, b) => (a.document._id < b.document._id ? -1 : 1));
    return all.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private slot(collection: string, id: string, loaded: StoredDocument | undefined): Slot {
    let slots = this.slots.get(collection);
    if (slots === undefined) this.slots.set(collection, (slots = new Map()));
    let slot = slots.get(id);
    if (slot === undefined) slots.set(id, (slot = { loaded, current: loaded, changed: false }));
    return slot;
  }
}

interface Own {
  collection: string;
  id: string;
  /** Null: removed. */
  document: StoredDocument | null;
}

/** A copy on top of another for planning one command: its changes are handed down only when the whole plan stands. */
export class Draft implements State {
  readonly now: number;
  readonly below: State;
  private readonly own = new Map<string, Own>();

  constructor(below: State) {
    this.below = below;
    this.now = below.now;
  }

  /** What differs from below, each document once, in the order of their first change. */
  get changes(): Change[] {
    return [...this.own.values()].map(({ collection, id, document }) =>
      document === null ? { remove: collection, id } : { put: collection, document },
    );
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it keeps there
  get<Document extends StoredDocument>(collection: string, id: string): Document | undefined {
    const own = this.own.get(ownKey(collection, id));
    if (own !== undefined) return (own.document ?? undefined) as Document | undefined;
    return this.below.get<Document>(collection, id);
  }

  find<Document extends StoredDocument>(need: Need): Document[] {
    if ('ids' in need) {
      return need.ids.flatMap((id) => this.get<Document>(need.collection, id) ?? []);
    }
    const found = new Map(this.below.find<Document>(need).map((document) => [document._id, document]));
    for (const { collection, id, document } of this.own.values()) {
      if (collection !== need.collection) continue;
      if (document !== null && matches(document, need)) found.set(id, document as Document);
      else found.delete(id);
    }
    return sorted([...found.values()], need.sort).slice(0, need.limit);
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const collection = 'put' in change ? change.put : change.remove;
      const id = 'put' in change ? change.document._id : change.id;
      const rev = this.get(collection, id)?.rev ?? 0;
      const document = 'put' in change ? { ...change.document, rev } : null;
      this.own.set(ownKey(collection, id), { collection, id, document });
    }
  }
}

function ownKey(collection: string, id: string): string {
  return `${collection}\u0000${id}`;
}

type Query = Exclude<Need, { ids: unknown }>;

function matches(document: StoredDocument, { where, after }: Pick<Query, 'where' | 'after'>): boolean {
  if (after !== undefined && document._id <= after) return false;
  return Object.entries(where).every(([field, wanted]) => {
    const value = field
      .split('.')
      .reduce<unknown>(
        (inner, name) =>
          typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
            ? (inner as Record<string, unknown>)[name]
            : undefined,
        document,
      );
    return Array.isArray(value) ? value.includes(wanted) : (value ?? null) === (wanted ?? null);
  });
}

function sorted<Document extends StoredDocument>(
  found: Document[],
  sort: Record<string, 1 | -1> | undefined,
): Document[] {
  if (sort === undefined) return found;
  const fields = Object.entries(sort);
  return found.sort((a, b) => {
    for (const [field, direction] of fields) {
      const left = a[field] as string | number;
      const right = b[field] as string | number;
      if (left !== right) return (left < right ? -1 : 1) * direction;
    }
    return 0;
  });
}
