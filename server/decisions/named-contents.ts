import { tableFact, type TableItem } from '../../rules-library/schema/named-table.ts';
import type { Change, Need, State, StoredDocument } from '../door/handler.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { DecisionBody } from './decision.ts';

/** What is kept by name and changed without redrawing: `list.ID` is a list of values, `table.ID` rows by key. */
export type NamedKind = 'list' | 'table';

/** One of them in the catalogue. */
export interface StoredContent extends StoredDocument {
  item: { entries?: unknown[] } & Partial<Pick<TableItem, 'columns' | 'rows'>>;
  version: number;
  hash: string;
}

/** A list or a table as a decision reads it. */
export interface NamedContent {
  kind: NamedKind;
  id: string;
  /** 0 and an empty hash: the catalogue has none of that id. */
  version: number;
  hash: string;
  /** Values of a list; of a table itself (columns and rows), as the only entry. */
  entries: readonly unknown[];
}

const collections: Record<NamedKind, string> = { list: 'lists', table: 'tables' };
const named = /^(list|table)\.(.+)$/;
const mostRemembered = 1000;
const namesByRelease = new WeakMap<ActiveRelease, readonly { kind: NamedKind; id: string }[]>();

/** Lists and tables among ids of facts. */
export function namesAmong(facts: readonly string[]): { kind: NamedKind; id: string }[] {
  return facts.flatMap((fact) => {
    const [, kind, id] = named.exec(fact) ?? [];
    return kind === undefined ? [] : [{ kind: kind as NamedKind, id: id! }];
  });
}

/** Lists and tables a release reads. */
export function namesOf(release: ActiveRelease): readonly { kind: NamedKind; id: string }[] {
  let names = namesByRelease.get(release);
  if (names === undefined) namesByRelease.set(release, (names = namesAmong(release.program.facts)));
  return names;
}

/** The master data these names stand for. */
export function needsOfNames(
  names: readonly { kind: NamedKind; id: string }[],
): { collection: string; ids: readonly string[] }[] {
  return (['list', 'table'] as const).flatMap((kind) => {
    const ids = names.filter((name) => name.kind === kind).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ collection: collections[kind], ids }];
  });
}

/** Contents as a state has them. */
export function readContents(
  names: readonly { kind: NamedKind; id: string }[],
  state: State,
): NamedContent[] {
  return names.map(({ kind, id }) =>
    contentOf(kind, id, state.get<StoredContent>(collections[kind], id) ?? undefined),
  );
}

/** The content of what is stored; of nothing stored an empty one. */
export function contentOf(kind: NamedKind, id: string, stored: StoredContent | undefined): NamedContent {
  const { version = 0, hash = '', item } = stored ?? {};
  const { entries = [], columns = [], rows = [] } = item ?? {};
  return {
    kind,
    id,
    version,
    hash,
    entries: kind === 'list' ? entries : stored === undefined ? [] : [{ columns, rows }],
  };
}

const tables = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Lists and tables as facts. A list is always present; a table the catalogue does not have is absent: nothing can be looked up. */
export function factsOfContents(
  contents: readonly Pick<NamedContent, 'kind' | 'id' | 'entries'>[],
): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const { kind, id, entries } of contents) {
    if (kind === 'list') facts[`list.${id}`] = entries;
    else if (entries[0] !== undefined) facts[`table.${id}`] = tableOf(entries[0]);
  }
  return facts;
}

/** Rows by key, made once of each content that is remembered. */
function tableOf(content: unknown): Readonly<Record<string, unknown>> {
  const { columns, rows } = content as Pick<TableItem, 'columns' | 'rows'>;
  let table = tables.get(rows);
  if (table === undefined) tables.set(rows, (table = tableFact({ columns, rows })));
  return table;
}

/** What a stored decision read, with the contents kept under their hashes. */
export function contentsOf(
  { lists, tables = [] }: Pick<DecisionBody, 'lists' | 'tables'>,
  kept: ReadonlyMap<string, readonly unknown[]>,
): Pick<NamedContent, 'kind' | 'id' | 'entries'>[] {
  const of = (kind: NamedKind, named: DecisionBody['lists']) =>
    named.map(({ id, hash }) => ({ kind, id, entries: kept.get(hash) ?? [] }));
  return [...of('list', lists), ...of('table', tables)];
}

/** Which contents a decision read, as it stores them. */
export function namedInBody(contents: readonly NamedContent[]): Pick<DecisionBody, 'lists' | 'tables'> {
  const of = (wanted: NamedKind) =>
    contents.filter(({ kind }) => kind === wanted).map(({ id, version, hash }) => ({ id, version, hash }));
  const tables = of('table');
  return { lists: of('list'), ...(tables.length === 0 ? {} : { tables }) };
}

/** Remembers which versions are kept already, so that most decisions need not ask. */
export class KeptVersions {
  private readonly known = new Set<string>();

  /** Documents to read before deciding: whether a version that is new to this process is kept. */
  needs(contents: readonly NamedContent[]): Need[] {
    const ids = contents.map(({ hash }) => hash).filter((hash) => hash !== '' && !this.known.has(hash));
    return ids.length === 0 ? [] : [{ collection: 'listContents', ids }];
  }

  /** Writes versions that are not kept yet; what was found kept is remembered. */
  keep(contents: readonly NamedContent[], state: State): Change[] {
    return contents.flatMap(({ kind, id, hash, entries }): Change[] => {
      if (hash === '' || this.known.has(hash)) return [];
      const kept = state.get('listContents', hash);
      if (kept !== undefined && kept.rev > 0) {
        if (this.known.size >= mostRemembered) this.known.clear();
        this.known.add(hash);
        return [];
      }
      if (kept !== undefined) return [];
      const document = { _id: hash, [kind]: id, at: state.now, entries: [...entries] };
      return [{ put: 'listContents', document }];
    });
  }
}
