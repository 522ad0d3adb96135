import { vocabulary } from '../../rules-library/index.ts';
import { blockOf } from '../../rules-library/results/node-name.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { Flow, FlowEdge, FlowNode } from '../../rules-library/schema/flow.ts';
import { isGateEvent } from '../compile/guard-rules.ts';
import { depthsOf, type DrawnRule } from './place-rules.ts';

type Block = Pick<FlowNode, 'kind' | 'params'>;

const column = 280;
const row = 150;
const mostOrder = 1000;

/** Holds whenever the trigger does. */
const always: Condition = {
  id: 'c1',
  fact: 'event.type',
  operator: 'isPresent',
  value: true,
  missing: 'as-stock',
};

/**
 * One drawing, laid out: the trigger above, one column for each rule, first to last; rules of a later stage below the action whose
 * outcome opens it.
 */
export function drawFlow(
  id: string,
  rank: number,
  events: readonly string[],
  rules: readonly DrawnRule[],
): Flow {
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  const layout: Flow['layout'] = {};
  const taken = new Set(rules.flatMap(({ node }) => node ?? []));
  const free = (name: string): string => {
    let found = name;
    while (taken.has(found)) found = `${found}x`;
    return found;
  };
  const add = (node: string, block: Block, x: number, depth: number): void => {
    if (nodes.has(node)) return;
    nodes.set(node, { id: node, version: blockOf(block.kind, vocabulary)?.version ?? 1, ...block });
    layout[node] = { x, y: depth * row };
  };
  const join = (from: string, port: string, to: string, order: number): void => {
    edges.push({ id: `e${edges.length + 1}`, from: { node: from, port }, to, order });
  };
  const trigger = free('trigger');
  add(trigger, triggerOf(events), 0, 0);
  // Blocks at the same distance from the trigger keep the order of the rules; one without a check would come first.
  const areChecked = rules.some(({ conditions, entry }) => conditions !== null || entry !== null);
  const depths = depthsOf(rules);
  const depthOf = new Map(rules.map(({ node }, index) => [node ?? '', depths[index]!]));
  rules.forEach(({ conditions, action, entry, node }, index) => {
    // Padded, so that ids too keep the order where the edges' own order ends.
    const number = String(index + 1).padStart(4, '0');
    const order = Math.min(index + 1, mostOrder);
    const x = (index - (rules.length - 1) / 2) * column;
    const act = node ?? free(`action-${number}`);
    let [from, port] = entry === null ? [trigger, 'next'] : [entry.node, entry.port];
    const check = (name: string, asked: Condition, depth: number): void => {
      add(name, { kind: 'condition-group', params: { conditions: asked, whenMissing: 'no' } }, x, depth);
      join(from, port, name, order);
      [from, port] = [name, 'yes'];
    };
    const depth = areChecked ? depths[index]! : 1;
    if (areChecked) {
      const above = entry === null ? 0 : (depthOf.get(entry.node) ?? 0);
      for (let at = above + 1; at < depth - 1; at += 1) check(free(`pass-${number}-${at}`), always, at);
      check(free(`check-${number}`), conditions ?? always, depth - 1);
    }
    add(act, action, x, depth);
    join(from, port, act, areChecked ? 1 : order);
  });
  return {
    schema: 1,
    id,
    name: { zh: '导入的规则', en: 'Imported rules' },
    rank,
    nodes: [...nodes.values()],
    edges,
    layout,
    cases: [],
  };
}

/** The trigger that listens to all of these: gates alone through the gate block, else the first other event. */
function triggerOf(events: readonly string[]): Block {
  const own = events.find((event) => !isGateEvent(event));
  if (own === undefined) {
    return { kind: 'gate', params: { commands: events.map((event) => event.slice('gate.'.length)) } };
  }
  const also = events.filter((event) => event !== own);
  return { kind: own, params: also.length === 0 ? {} : { also } };
}
