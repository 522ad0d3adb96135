import type { Condition } from '../../rules-library/schema/condition.ts';

/** A rule as it is drawn: a check, if it asks for anything but the event, and an action. */
export interface DrawnRule {
  conditions: Condition | null;
  action: { kind: string; params: Record<string, unknown> };
  /** The node whose exit opens the stage it belongs to; null for the trigger's. */
  entry: { node: string; port: string } | null;
  /** The id its action has to keep, because a later stage is called by it. */
  node: string | null;
}

/** Depth of each rule's action below the trigger. */
export function depthsOf(rules: readonly DrawnRule[]): number[] {
  const stages = new Map<string, DrawnRule[]>();
  for (const rule of rules) {
    const key = rule.entry === null ? '' : `${rule.entry.node}:${rule.entry.port}`;
    stages.set(key, [...(stages.get(key) ?? []), rule]);
  }
  const shared = sharedNodes(rules);
  const depthOfNode = new Map<string, number>();
  const depthOf = new Map<DrawnRule, number>();
  // Every pass puts at least one more rule in its place; a circle never comes to rest, and the compiler tells of it.
  for (let pass = 0, isMoving = true; isMoving && pass <= rules.length; pass += 1) {
    isMoving = false;
    for (const members of stages.values()) {
      const { entry } = members[0]!;
      let least = (entry === null ? 0 : (depthOfNode.get(entry.node) ?? 0)) + 2;
      for (const rule of members) {
        // A node that two stages reach lies as deep as the deeper one has it: what comes after it has to lie deeper still.
        const isShared = rule.node !== null && shared.has(rule.node);
        const before = Math.max(depthOf.get(rule) ?? 0, (isShared ? depthOfNode.get(rule.node!) : 0) ?? 0);
        const depth = Math.max(before, least);
        if (depth !== depthOf.get(rule)) isMoving = true;
        depthOf.set(rule, depth);
        if (rule.node !== null) depthOfNode.set(rule.node, Math.max(depth, depthOfNode.get(rule.node) ?? 0));
        if (shared.size > 0) least = depth + 1;
      }
    }
  }
  return rules.map((rule) => depthOf.get(rule)!);
}

/** Nodes that more than one rule stands for: they are reached in several stages. */
function sharedNodes(rules: readonly DrawnRule[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { node } of rules) {
    if (node === null) continue;
    if (seen.has(node)) shared.add(node);
    seen.add(node);
  }
  return shared;
}
