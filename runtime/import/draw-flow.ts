import { vocabulary } from '../../rules-library/index.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { Flow, FlowEdge, FlowNode } from '../../rules-library/schema/flow.ts';
import { isGateEvent } from '../compile/guard-rules.ts';

/** A rule as it is drawn: a check, if it asks for anything but the event, and an action. */
export interface DrawnRule {
  conditions: Condition | null;
  action: { kind: string; params: Record<string, unknown> };
}

type Block = Pick<FlowNode, 'kind' | 'params'>;

const column = 280;
const rows = { trigger: 0, check: 140, action: 300 };
const mostOrder = 1000;

/** Holds whenever the trigger does. */
const always: Condition = {
  id: 'c1',
  fact: 'event.type',
  operator: 'isPresent',
  value: true,
  missing: 'as-stock',
};

/** One drawing, laid out: the trigger above, one column for each rule, first to last. */
export function drawFlow(
  id: string,
  rank: number,
  events: readonly string[],
  rules: readonly DrawnRule[],
): Flow {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const layout: Flow['layout'] = {};
  const add = (node: string, block: Block, x: number, y: number): void => {
    nodes.push({ id: node, version: vocabulary.blocks.get(block.kind)?.version ?? 1, ...block });
    layout[node] = { x, y };
  };
  const join = (from: string, port: string, to: string, order: number): void => {
    edges.push({ id: `e${edges.length + 1}`, from: { node: from, port }, to, order });
  };
  add('trigger', triggerOf(events), 0, rows.trigger);
  // Blocks at the same distance from the trigger keep the order of the rules; one without a check would come first.
  const areChecked = rules.some(({ conditions }) => conditions !== null);
  rules.forEach(({ conditions, action }, index) => {
    // Padded, so that ids too keep the order where the edges' own order ends.
    const number = String(index + 1).padStart(4, '0');
    const order = Math.min(index + 1, mostOrder);
    const x = (index - (rules.length - 1) / 2) * column;
    const [check, act] = [`check-${number}`, `action-${number}`];
    if (areChecked) {
      const params = { conditions: conditions ?? always, whenMissing: 'no' };
      add(check, { kind: 'condition-group', params }, x, rows.check);
      join('trigger', 'next', check, order);
    }
    add(act, action, x, rows.action);
    join(areChecked ? check : 'trigger', areChecked ? 'yes' : 'next', act, areChecked ? 1 : order);
  });
  return {
    schema: 1,
    id,
    name: { zh: '导入的规则', en: 'Imported rules' },
    rank,
    nodes,
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
