import type { BlockPlan } from '../rules-library/define/block.ts';
import type { Vocabulary } from '../rules-library/define/vocabulary.ts';
import type { Flow, FlowCase } from '../rules-library/schema/flow.ts';
import type { Facts, JsonRule } from '../rules-library/schema/rule.ts';
import { factsOfCase } from './cases.ts';
import type { CompiledFlow } from './compile/compile-flow.ts';
import type { Graph } from './compile/graph.ts';
import { stageEvent } from './compile/guard-rules.ts';
import { planNodes, type PlannedNodes } from './compile/plan-nodes.ts';
import { Problems } from './compile/problems.ts';
import { readGraph } from './compile/read-graph.ts';
import { lowerWhen } from './compile/when.ts';
import { compileRules, type RuleProgram } from './program/compile-rules.ts';

/** Places of a drawing, and those no case comes by. */
export interface Covered {
  all: string[];
  untouched: string[];
}

export interface Coverage {
  /** Nodes by id; notes and nodes no way leads to are left out. */
  nodes: Covered;
  /** `NODE:PORT`: exits of checks, and outcomes that open a later stage. */
  ports: Covered;
  /** `NODE:ROW`: rows of decision tables that decided. */
  rows: Covered;
}

/**
 * What of a drawing its cases try: each case is walked from the trigger, or from the outcome that opens its stage, through the
 * exits that are open on its facts. For the canvas, and before going live. A drawing with errors covers nothing.
 */
export function coverage(
  flow: Flow,
  cases: readonly FlowCase[],
  { derived, problems }: Pick<CompiledFlow, 'derived' | 'problems'>,
  vocabulary: Vocabulary,
): Coverage {
  const graph = readGraph(flow, vocabulary, new Problems());
  const isBroken = graph.trigger === undefined || problems.some(({ level }) => level === 'error');
  if (isBroken) return { nodes: covered([]), ports: covered([]), rows: covered([]) };
  const planned = planNodes(graph, vocabulary, new Problems());
  const walk = new Walk(graph, planned, compileRules(exitRules(planned), { derived }));
  for (const one of cases) walk.along(factsOfCase(one, flow.id, vocabulary));
  const tables = derived.filter(({ calculate }) => calculate === 'decision-table');
  return {
    nodes: covered(
      graph.order.filter((id) => planned.plans.get(id)?.role !== 'note'),
      walk.nodes,
    ),
    ports: covered(portsOf(graph, planned), walk.ports),
    rows: covered(
      tables.flatMap(({ id, with: { rows } }) =>
        (rows as { id: string }[]).map((row) => `${id.slice(flow.id.length + 1)}:${row.id}`),
      ),
      walk.rows,
    ),
  };
}

function covered(all: string[], touched: ReadonlySet<string> = new Set()): Covered {
  return { all, untouched: all.filter((one) => !touched.has(one)) };
}

/** Exits of checks, and outcomes only the server knows that somebody drew on from. */
function portsOf(graph: Graph, { plans }: PlannedNodes): string[] {
  return graph.order.flatMap((id) => {
    const plan = plans.get(id);
    const drawn = new Set((graph.out.get(id) ?? []).map(({ from }) => from.port));
    return graph.nodes
      .get(id)!
      .ports.filter((port) => plan?.role === 'check' || (isOutcome(plan, port.id) && drawn.has(port.id)))
      .map((port) => `${id}:${port.id}`);
  });
}

function isOutcome(plan: BlockPlan | undefined, port: string): boolean {
  return plan?.role === 'action' && (plan.stages ?? []).includes(port);
}

/** A rule for each exit, which matches where the exit is open. */
function exitRules({ plans }: PlannedNodes): JsonRule[] {
  return [...plans].flatMap(([node, plan]) => {
    if (plan.role !== 'check') return [];
    return Object.entries(plan.exits).flatMap(([port, when]): JsonRule[] => {
      const open = lowerWhen(when, node);
      if (open === false) return [];
      const conditions = { all: open === true ? [] : [open] };
      return [{ id: `${node}:${port}`, conditions, event: { type: 'open' } }];
    });
  });
}

class Walk {
  readonly nodes = new Set<string>();
  readonly ports = new Set<string>();
  readonly rows = new Set<string>();
  private readonly graph: Graph;
  private readonly planned: PlannedNodes;
  private readonly exits: RuleProgram;

  constructor(graph: Graph, planned: PlannedNodes, exits: RuleProgram) {
    this.graph = graph;
    this.planned = planned;
    this.exits = exits;
  }

  along(facts: Facts): void {
    const prepared = this.exits.prepare(facts);
    const open = new Set(this.exits.evaluate(facts).events.map(({ ruleId }) => ruleId));
    const trigger = this.graph.trigger!.node.id;
    const stage = facts['event.type'] === stageEvent ? String(facts['event.stage']) : undefined;
    if (stage === undefined) {
      if (this.planned.events.includes(String(facts['event.type']))) this.visit(trigger, open, prepared);
      return;
    }
    const port = stage.slice(this.graph.flow.id.length + 1);
    const [node, name] = port.split(':') as [string, string];
    if (!isOutcome(this.planned.plans.get(node), name)) return;
    this.ports.add(port);
    this.follow(node, name, open, prepared);
  }

  private visit(start: string, open: ReadonlySet<string>, prepared: Facts): void {
    const waiting = [start];
    const seen = new Set(waiting);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      this.nodes.add(id);
      this.countRow(id, prepared);
      for (const next of this.after(id, open)) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }

  private follow(node: string, port: string, open: ReadonlySet<string>, prepared: Facts): void {
    for (const { from, to } of this.graph.out.get(node) ?? [])
      if (from.port === port) this.visit(to, open, prepared);
  }

  /** Nodes behind the exits that are open; outcomes only the server knows end the way. */
  private after(id: string, open: ReadonlySet<string>): string[] {
    const plan = this.planned.plans.get(id);
    for (const { id: port } of this.graph.nodes.get(id)!.ports) {
      const name = `${id}:${port}`;
      if (open.has(name)) this.ports.add(name);
    }
    return (this.graph.out.get(id) ?? [])
      .filter(({ from }) =>
        plan?.role === 'check' ? open.has(`${id}:${from.port}`) : !isOutcome(plan, from.port),
      )
      .map(({ to }) => to);
  }

  /** The rows a table decided by: its result names them. */
  private countRow(id: string, prepared: Facts): void {
    const hits = prepared[`${this.graph.flow.id}.${id}`];
    if (!Array.isArray(hits)) return;
    for (const row of hits) this.rows.add(`${id}:${String(row)}`);
  }
}
