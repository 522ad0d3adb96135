import type { Flow } from '../../rules-library/schema/flow.ts';
import { contentHash } from '../canonical.ts';

/** Hash of what a flow does and is called. Positions and example cases are no part of it. */
export function logicHash(flow: Flow): string {
  return contentHash({
    schema: flow.schema,
    id: flow.id,
    name: flow.name,
    rank: flow.rank,
    nodes: byId(flow.nodes),
    edges: byId(flow.edges),
  });
}

function byId<Item extends { id?: string | undefined }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => ((left.id ?? '') < (right.id ?? '') ? -1 : 1));
}
