import type { FlowEdge } from '../../rules-library/schema/flow.ts';

/** Stands for "before the first nodes": the entry of a stage, or of the flow. */
export const entry = '';

/**
 * The node every way from the entry to a node passes last (its immediate dominator), for nodes given each after all that
 * lead to it. Nodes in `first` are entered directly.
 */
export function dominatorsOf(
  order: readonly string[],
  first: ReadonlySet<string>,
  into: ReadonlyMap<string, readonly FlowEdge[]>,
): Map<string, string> {
  const dominators = new Map<string, string>();
  const depth = new Map<string, number>([[entry, 0]]);
  const common = (one: string, other: string): string => {
    let left = one;
    let right = other;
    while (left !== right) {
      if (depth.get(left)! >= depth.get(right)!) left = dominators.get(left)!;
      else right = dominators.get(right)!;
    }
    return left;
  };
  for (const id of order) {
    const parents = (into.get(id) ?? []).map(({ from }) => from.node).filter((node) => depth.has(node));
    const nearest = first.has(id) ? entry : parents.length === 0 ? undefined : parents.reduce(common);
    if (nearest === undefined) continue;
    dominators.set(id, nearest);
    depth.set(id, depth.get(nearest)! + 1);
  }
  return dominators;
}
