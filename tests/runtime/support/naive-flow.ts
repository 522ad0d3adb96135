import type { Condition } from '../../../rules-library/schema/condition.ts';
import type { Flow, FlowEdge, FlowNode } from '../../../rules-library/schema/flow.ts';
import { judgeCheck } from './naive-checks.ts';
import { computing, resultOf } from './naive-results.ts';
import { judge, opposite, some, compare, type Facts, type Value } from './naive-values.ts';

/**
 * A second reading of a drawing, written without the compiler: it walks the joins from the entry and judges each block in
 * three values as a person would. Slow and plain on purpose.
 */
export interface NaiveEvent {
  type: string;
  params: Record<string, unknown>;
}

export function interpret(flow: Flow, given: Facts): NaiveEvent[] {
  const facts = withResults(flow, given);
  const [node, port] = entryOf(flow, facts);
  const reached = new Map<string, string | null>();
  const follow = (from: string, exit: string): void => {
    for (const edge of flow.edges) {
      if (edge.from.node !== from || edge.from.port !== exit || reached.has(edge.to)) continue;
      const target = flow.nodes.find(({ id }) => id === edge.to)!;
      const left = exitOf(target, facts);
      reached.set(edge.to, left);
      if (left !== null) follow(edge.to, left);
    }
  };
  follow(node, port);
  return orderOf(flow)
    .filter((id) => reached.has(id))
    .flatMap((id) => eventOf(flow, id, reached.get(id)!, facts));
}

function entryOf(flow: Flow, facts: Facts): [node: string, port: string] {
  const stage = facts['event.stage'];
  if (typeof stage === 'string') return stage.split('/')[1]!.split(':') as [string, string];
  return [flow.nodes.find(({ kind }) => kind === 'order.received' || kind === 'test-gate')!.id, 'next'];
}

/** The facts with what the blocks of this stage calculate, each after those it may read. */
function withResults(flow: Flow, given: Facts): Facts {
  const facts = { ...given };
  const [node, port] = entryOf(flow, facts);
  const members = new Set<string>();
  const walk = (from: string, exit?: string): void =>
    flow.edges.forEach(({ from: source, to }) => {
      if (source.node !== from || (exit !== undefined && source.port !== exit) || members.has(to)) return;
      members.add(to);
      if (flow.nodes.find(({ id }) => id === to)!.kind !== 'test-approval') walk(to);
    });
  walk(node, port);
  for (const id of orderOf(flow)) {
    if (!members.has(id)) continue;
    const result = resultOf(
      flow.nodes.find((one) => one.id === id)!,
      facts,
    );
    if (result?.value !== undefined) facts[`drawn.${id}${result.output}`] = result.value;
  }
  return facts;
}

function eventOf(flow: Flow, id: string, exit: string | null, facts: Facts): NaiveEvent[] {
  const { kind, params } = flow.nodes.find((node) => node.id === id)!;
  if (kind === 'test-approval') return [{ type: 'open-approval', params: { step: id } }];
  if (kind === 'test-deny') {
    const atGate = String(facts['event.type']).startsWith('gate.');
    return atGate || facts['event.stage'] !== undefined ? [{ type: 'deny', params: { code: 'other' } }] : [];
  }
  if (computing.has(kind)) return [];
  if (kind === 'same-customer' && ['yes', 'maybe'].includes(exit!))
    return [{ type: 'open-case', params: { kind: 'same-customer', windowHours: 24 } }];
  if (!Object.hasOwn(ports, kind) || kind === 'test-approval') return [{ type: kind, params }];
  const drawn = flow.edges.some(({ from }) => from.node === id && from.port === exit);
  if (exit !== 'unknown' || drawn) return [];
  if (String(facts['event.type']).startsWith('gate.'))
    return [{ type: 'deny', params: { code: 'manual-review' } }];
  return [{ type: 'hold-order', params: { code: 'manual-review' } }];
}

/** The exit a block is left by; null where it ends. */
function exitOf({ kind, params }: FlowNode, facts: Facts): string | null {
  const sure = params.whenMissing === 'no';
  if (kind === 'condition-group') {
    const value = judge(params.conditions as Condition, facts);
    return sure && value === 'unknown' ? 'no' : value;
  }
  if (kind === 'branch') {
    for (const one of params.cases as { id: string; conditions: Condition }[]) {
      const value = judge(one.conditions, facts);
      if (value === 'yes') return one.id;
      if (value === 'unknown' && !sure) return 'unknown';
    }
    return 'otherwise';
  }
  if (kind === 'line-condition') {
    const value = judgeLines(params, facts);
    return sure && value === 'unknown' ? 'no' : value;
  }
  const checked = judgeCheck(kind, params, facts);
  if (checked !== undefined) return sure && checked === 'unknown' ? 'no' : checked;
  return kind === 'test-approval' || kind === 'test-deny' ? null : 'next';
}

function judgeLines(params: Record<string, unknown>, facts: Facts): Value {
  if (facts.lines === undefined) return 'unknown';
  const lines = facts.lines as Facts[];
  const values = lines.map((line) => judge(params.conditions as Condition, { ...facts, ...line }));
  if (params.quantifier === 'any') return some(values);
  if (params.quantifier === 'every') return opposite(some(values.map(opposite)));
  if (params.quantifier === 'none') return opposite(some(values));
  // Every way in which the undecided lines could come out.
  let totals: (number | undefined)[] = [0];
  lines.forEach((line, index) => {
    const units = params.quantifier === 'count' ? 1 : (line['line.quantity'] as number | undefined);
    const added = totals.map((total) =>
      total === undefined || units === undefined ? undefined : total + units,
    );
    if (values[index] === 'yes') totals = added;
    if (values[index] === 'unknown') totals = [...totals, ...added];
  });
  const outcomes = new Set(
    totals.map((total) =>
      total === undefined ? 'unknown' : compare(total, params.operator as string, params.value as number),
    ),
  );
  return outcomes.size === 1 ? [...outcomes][0]! : 'unknown';
}

const yesNo = ['yes', 'no', 'unknown'];
const ports: Record<string, string[]> = {
  'in-list': yesNo,
  'time-window': yesNo,
  'season-window': yesNo,
  'rush-criteria': yesNo,
  'stock-check': yesNo,
  'same-customer': ['yes', 'maybe', 'no', 'unknown'],
  branch: ['a', 'b', 'otherwise', 'unknown'],
  'condition-group': ['yes', 'no', 'unknown'],
  'line-condition': ['yes', 'no', 'unknown'],
  'test-approval': ['approved', 'rejected'],
};

/** Node ids, first to last: longest path from the trigger, then the best join into it, then the id. */
export function orderOf(flow: Flow): string[] {
  const trigger = flow.nodes.find(({ kind }) => kind === 'order.received' || kind === 'test-gate')!.id;
  const isReached = (id: string): boolean =>
    id === trigger || into(id).some(({ from }) => isReached(from.node));
  const into = (id: string): FlowEdge[] => flow.edges.filter(({ to }) => to === id);
  const joins = (id: string): FlowEdge[] => into(id).filter(({ from }) => isReached(from.node));
  const rank = (id: string): number =>
    id === trigger ? 0 : 1 + Math.max(...joins(id).map(({ from }) => rank(from.node)));
  const ids = flow.nodes.map(({ id }) => id).filter(isReached);
  const placed: string[] = [];
  for (let level = 0; placed.length < ids.length; level += 1) {
    const key = (id: string): [number, number, number] =>
      joins(id)
        .map(({ from, order }): [number, number, number] => {
          const { kind } = flow.nodes.find((node) => node.id === from.node)!;
          return [placed.indexOf(from.node), (ports[kind] ?? ['next']).indexOf(from.port), order];
        })
        .sort(lexical)[0] ?? [0, 0, 0];
    const level$ = ids.filter((id) => rank(id) === level);
    const keys = new Map(level$.map((id) => [id, key(id)]));
    placed.push(...level$.sort((a, b) => lexical(keys.get(a)!, keys.get(b)!) || (a < b ? -1 : 1)));
  }
  return placed;
}

function lexical(a: readonly number[], b: readonly number[]): number {
  return a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;
}
