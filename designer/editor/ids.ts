import type { FlowNode, Flow } from '../../rules-library/schema/flow.ts';
import { isTaken } from '../../rules-library/edits/places-in-drawing.ts';

/** The next free node id: `n1`, `n2` … */
export function freeNodeId(flow: Flow): string {
  return free('n', (id) => isTaken(flow, id));
}

/** The next free edge id: `e1`, `e2` … */
export function freeEdgeId(flow: Flow): string {
  const taken = new Set(flow.edges.map(({ id }) => id));
  return free('e', (id) => taken.has(id));
}

function free(letter: string, taken: (id: string) => boolean): string {
  let number = 1;
  while (taken(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}

/** Gives ids to joins that have none, so that edits can name them. Conditions keep theirs. */
export function withEdgeIds(flow: Flow): Flow {
  if (flow.edges.every(({ id }) => id !== undefined)) return flow;
  return flow.edges.reduce<Flow>(
    (given, edge, index) =>
      edge.id === undefined
        ? { ...given, edges: given.edges.with(index, { ...edge, id: freeEdgeId(given) }) }
        : given,
    flow,
  );
}

/** Ids of conditions anywhere in a block's params. */
export function conditionIds(params: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string') found.add(value.id);
    Object.values(value).forEach(walk);
  };
  walk(params);
  return found;
}

/** A free id for a new condition of a block: `c1`, `c2` … */
export function freeConditionId(params: unknown): string {
  const taken = conditionIds(params);
  return free('c', (id) => taken.has(id));
}

/** Params of a block that is placed now: its first ones, every comparison and group with an id. */
export function withConditionIds(params: FlowNode['params']): FlowNode['params'] {
  const given = structuredClone(params);
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isCondition(value) && !('id' in value)) Object.assign(value, { id: freeConditionId(given) });
    Object.values(value).forEach(walk);
  };
  walk(given);
  return given;
}

function isCondition(value: object): boolean {
  return ('fact' in value && 'operator' in value) || 'all' in value || 'any' in value || 'not' in value;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id for a new flow; nobody reads it. */
export function newFlowId(): string {
  const picks = crypto.getRandomValues(new Uint8Array(8));
  return `flow-${Array.from(picks, (pick) => letters[pick % letters.length]).join('')}`;
}
