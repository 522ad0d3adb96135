import type { Flow, FlowNode } from '../../rules-library/schema/flow.ts';

/**
 * Gives ids to conditions and edges that have none. Ids that are there stay; new ones are the smallest free `c1`, `c2` …
 * within a node and `e1`, `e2` … within the flow, so that saving the same drawing twice gives the same ids.
 */
export function giveIds(flow: Flow): Flow {
  const edgeIds = new Set(flow.edges.flatMap((edge) => edge.id ?? []));
  const nextEdge = numbering('e', edgeIds);
  return {
    ...flow,
    nodes: flow.nodes.map(withConditionIds),
    edges: flow.edges.map((edge) => (edge.id === undefined ? { ...edge, id: nextEdge() } : edge)),
  };
}

function withConditionIds(node: FlowNode): FlowNode {
  const taken = new Set<string>();
  walk(node.params, (condition) => {
    if (typeof condition.id === 'string') taken.add(condition.id);
  });
  const next = numbering('c', taken);
  const params = structuredClone(node.params);
  walk(params, (condition) => {
    if (condition.id === undefined) condition.id = next();
  });
  return { ...node, params };
}

type Loose = Record<string, unknown>;

/** Calls back for every condition within params, groups before their members. Bodies are at most 64 deep. */
function walk(value: unknown, visit: (condition: Loose) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  const record = value as Loose;
  if (isCondition(record)) visit(record);
  for (const member of Object.values(record)) walk(member, visit);
}

function isCondition(value: Loose): boolean {
  if (typeof value.fact === 'string' && typeof value.operator === 'string') return true;
  if (Array.isArray(value.all) || Array.isArray(value.any)) return true;
  return typeof value.not === 'object' && value.not !== null && Object.keys(value).length <= 2;
}

function numbering(letter: string, taken: ReadonlySet<string>): () => string {
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`${letter}${number}`));
    return `${letter}${number}`;
  };
}
