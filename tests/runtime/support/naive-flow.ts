import type { Comparison, Condition, Operand } from '../../../rules-library/schema/condition.ts';
import type { Flow, FlowEdge, FlowNode } from '../../../rules-library/schema/flow.ts';

/**
 * A second reading of a drawing, written without the compiler: it walks the joins from the entry and judges each block in
 * three values as a person would. Slow and plain on purpose.
 */
export interface NaiveEvent {
  type: string;
  params: Record<string, unknown>;
}

type Value = 'yes' | 'no' | 'unknown';
type Facts = Record<string, unknown>;

const tiers = ['gold', 'silver', 'bronze', 'none'];

export function interpret(flow: Flow, facts: Facts): NaiveEvent[] {
  const trigger = flow.nodes.find(({ kind }) => kind === 'order.received' || kind === 'test-gate')!;
  const stage = facts['event.stage'];
  const [node, port] = typeof stage === 'string' ? stage.split('/')[1]!.split(':') : [trigger.id, 'next'];
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
  follow(node!, port!);
  return orderOf(flow)
    .filter((id) => reached.has(id))
    .flatMap((id) => eventOf(flow, id, reached.get(id)!, facts));
}

function eventOf(flow: Flow, id: string, exit: string | null, facts: Facts): NaiveEvent[] {
  const { kind, params } = flow.nodes.find((node) => node.id === id)!;
  if (kind === 'test-approval') return [{ type: 'open-approval', params: { step: id } }];
  if (kind === 'test-deny') {
    const atGate = String(facts['event.type']).startsWith('gate.');
    return atGate || facts['event.stage'] !== undefined ? [{ type: 'deny', params: { code: 'other' } }] : [];
  }
  if (!['condition-group', 'branch', 'line-condition'].includes(kind)) return [{ type: kind, params }];
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

function opposite(value: Value): Value {
  return value === 'unknown' ? value : value === 'yes' ? 'no' : 'yes';
}

function some(values: readonly Value[]): Value {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}

function judge(condition: Condition, facts: Facts): Value {
  if ('all' in condition) return opposite(some(condition.all.map((inner) => opposite(judge(inner, facts)))));
  if ('any' in condition) return some(condition.any.map((inner) => judge(inner, facts)));
  if ('not' in condition) return opposite(judge(condition.not, facts));
  return judgeComparison(condition, facts);
}

function judgeComparison({ fact, operator, value, missing }: Comparison, facts: Facts): Value {
  const left = facts[fact];
  if (operator === 'isPresent') return left === undefined ? 'no' : 'yes';
  if (operator === 'isMissing') return left === undefined ? 'yes' : 'no';
  if (operator === 'between' || operator === 'notBetween') {
    const [low, high] = value as [Operand, Operand];
    const inside = judge(
      {
        all: [
          { fact, operator: 'greaterThanInclusive', value: low },
          { fact, operator: 'lessThanInclusive', value: high },
        ],
      },
      facts,
    );
    return operator === 'between' ? inside : opposite(inside);
  }
  const right = typeof value === 'object' && !Array.isArray(value) ? facts[value.fact] : value;
  if (missing === 'as-stock' && left === undefined) return 'no';
  if (left === undefined || right === undefined) return 'unknown';
  if (['withinLast', 'olderThan', 'youngerThan', 'withinNext'].includes(operator)) {
    if (facts['clock.now'] === undefined) return 'unknown';
    const passed = ((facts['clock.now'] as number) - (left as number)) / 60_000;
    const limit = right as number;
    if (operator === 'withinLast') return passed >= 0 && passed <= limit ? 'yes' : 'no';
    if (operator === 'withinNext') return passed <= 0 && -passed <= limit ? 'yes' : 'no';
    return (operator === 'olderThan' ? passed > limit : passed < limit) ? 'yes' : 'no';
  }
  return compare(left, operator, right);
}

function compare(left: unknown, operator: string, right: unknown): Value {
  const holds = (): boolean => {
    switch (operator) {
      case 'equal':
        return left === right;
      case 'notEqual':
        return left !== right;
      case 'lessThan':
        return (left as number) < (right as number);
      case 'lessThanInclusive':
        return (left as number) <= (right as number);
      case 'greaterThan':
        return (left as number) > (right as number);
      case 'greaterThanInclusive':
        return (left as number) >= (right as number);
      case 'in':
        return (right as unknown[]).includes(left);
      case 'notIn':
        return !(right as unknown[]).includes(left);
      case 'contains':
        return (left as unknown[]).includes(right);
      case 'doesNotContain':
        return !(left as unknown[]).includes(right);
      case 'atLeast':
        return tiers.indexOf(left as string) <= tiers.indexOf(right as string);
      case 'atMost':
        return tiers.indexOf(left as string) >= tiers.indexOf(right as string);
      default:
        throw new Error(`The naive reading does not know ${operator}`);
    }
  };
  return holds() ? 'yes' : 'no';
}

const ports: Record<string, string[]> = {
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
