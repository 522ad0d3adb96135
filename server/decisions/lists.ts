import type { ListItem } from '../../rules-library/schema/catalog.ts';
import type { Change, Need, State, StoredDocument } from '../door/handler.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

interface StoredList extends StoredDocument {
  item: Partial<ListItem>;
  version: number;
  hash: string;
}

/** A list as a decision reads it. */
export interface ReadList {
  id: string;
  version: number;
  hash: string;
  entries: readonly unknown[];
}

const prefix = 'list.';
const mostRemembered = 1000;
const idsByRelease = new WeakMap<ActiveRelease, string[]>();

/** Ids of the lists a release reads. */
export function listsOf(release: ActiveRelease): string[] {
  let ids = idsByRelease.get(release);
  if (ids === undefined) {
    ids = release.program.facts
      .filter((fact) => fact.startsWith(prefix))
      .map((fact) => fact.slice(prefix.length));
    idsByRelease.set(release, ids);
  }
  return ids;
}

/** Lists by id; one that the catalogue does not have is empty: lists are always present. */
export function readLists(ids: readonly string[], state: State): ReadList[] {
  return ids.map((id) => {
    const stored = state.get<StoredList>('lists', id);
    return {
      id,
      version: stored?.version ?? 0,
      hash: stored?.hash ?? '',
      entries: stored?.item.entries ?? [],
    };
  });
}

/** Remembers which versions of lists are kept already, so that most decisions need not ask. */
export class KeptLists {
  private readonly known = new Set<string>();

  /** Documents to read before deciding: whether a version that is new to this process is kept. */
  needs(lists: readonly ReadList[]): Need[] {
    const ids = lists.map(({ hash }) => hash).filter((hash) => hash !== '' && !this.known.has(hash));
    return ids.length === 0 ? [] : [{ collection: 'listContents', ids }];
  }

  /** Writes versions that are not kept yet; what was found kept is remembered. */
  keep(lists: readonly ReadList[], state: State): Change[] {
    return lists.flatMap(({ id, hash, entries }): Change[] => {
      if (hash === '' || this.known.has(hash)) return [];
      const kept = state.get('listContents', hash);
      if (kept !== undefined && kept.rev > 0) {
        if (this.known.size >= mostRemembered) this.known.clear();
        this.known.add(hash);
        return [];
      }
      if (kept !== undefined) return [];
      const document = { _id: hash, list: id, at: state.now, entries: [...entries] };
      return [{ put: 'listContents', document }];
    });
  }
}
