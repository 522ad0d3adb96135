import type { BlockPlan } from '../../rules-library/define/block.ts';
import type { FlowEdge } from '../../rules-library/schema/flow.ts';
import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import { portIndex, type Graph } from './graph.ts';
import type { Stage } from './stages.ts';
import { all, any, lowerWhen } from './when.ts';

/** Most ways into a node before it has to be drawn as a table. */
export const mostPaths = 64;

/** The stage's entry, before its first nodes. */
const entry = '';

/** What it takes to get somewhere; null: always. */
type Way = JsonCondition | null;

/**
 * Conditions under which each node of a stage is reached from the stage's entry. Common beginnings are factored through
 * the node every way passes (its immediate dominator); where every connected exit of that node surely leads here, only
 * "one of those exits" is left of the way between.
 */
export class Reach {
  private readonly graph: Graph;
  private readonly stage: Stage;
  private readonly plans: ReadonlyMap<string, BlockPlan>;
  private readonly dominators = new Map<string, string>();
  private readonly ways = new Map<string, Way>();
  private readonly between = new Map<string, { way: Way; paths: number }>();

  constructor(graph: Graph, stage: Stage, plans: ReadonlyMap<string, BlockPlan>) {
    this.graph = graph;
    this.stage = stage;
    this.plans = plans;
    this.findDominators();
  }

  /** The condition for a node; null when it is always reached. */
  wayTo(id: string): Way {
    if (id === entry) return null;
    const known = this.ways.get(id);
    if (known !== undefined) return known;
    const dominator = this.dominators.get(id)!;
    const way = both(this.wayTo(dominator), this.wayBetween(dominator, id).way);
    this.ways.set(id, way);
    return way;
  }

  /** Ways into a node after factoring; over `mostPaths` is a problem of the drawing. */
  pathsTo(id: string): number {
    return this.wayBetween(this.dominators.get(id)!, id).paths;
  }

  /** The node every way to this one passes last; undefined at the entry. */
  dominatorOf(id: string): string | undefined {
    const dominator = this.dominators.get(id);
    return dominator === entry ? undefined : dominator;
  }

  /** What opens a port of a check. */
  exit({ from }: { from: FlowEdge['from'] }): Way {
    const plan = this.plans.get(from.node);
    if (plan?.role !== 'check') return null;
    return lowerWhen(plan.exits[from.port]!, from.node);
  }

  private wayBetween(from: string, to: string): { way: Way; paths: number } {
    const key = `${from}\u0000${to}`;
    const known = this.between.get(key);
    if (known !== undefined) return known;
    const found = this.collapsed(from, to) ?? this.joined(from, to);
    this.between.set(key, found);
    return found;
  }

  /** Every connected exit of `from` surely leads to `to`: nothing between them decides. */
  private collapsed(from: string, to: string): { way: Way; paths: number } | undefined {
    if (from === entry)
      return this.stage.entries.some((first) => this.surely(first, to)) ? { way: null, paths: 1 } : undefined;
    const ports = this.connectedPorts(from);
    if (!ports.every((port) => this.portSurely(from, port, to))) return undefined;
    if (this.isFullyConnected(from)) return { way: null, paths: 1 };
    const exits = ports.map((port) => this.exit({ from: { node: from, port } }));
    return { way: exits.includes(null) ? null : any(exits as JsonCondition[]), paths: ports.length };
  }

  /** One of the joins into `to`, each by its own way from `from`. */
  private joined(from: string, to: string): { way: Way; paths: number } {
    const ways: Way[] = [];
    let paths = 0;
    if (from === entry && this.stage.entries.includes(to)) {
      ways.push(null);
      paths++;
    }
    for (const edge of this.edgesInto(to)) {
      const parent = edge.from.node;
      const before = parent === from ? { way: null, paths: 1 } : this.chain(from, parent);
      if (before === undefined) continue;
      ways.push(both(before.way, this.exit(edge)));
      paths += before.paths;
      if (paths > mostPaths) break;
    }
    return { way: ways.includes(null) ? null : any(ways as JsonCondition[]), paths };
  }

  /** From `from` down its dominator chain to `to`. */
  private chain(from: string, to: string): { way: Way; paths: number } | undefined {
    const dominator = this.dominators.get(to);
    if (dominator === undefined) return undefined;
    if (dominator === from) return this.wayBetween(from, to);
    const before = this.chain(from, dominator);
    if (before === undefined) return undefined;
    const last = this.wayBetween(dominator, to);
    return { way: both(before.way, last.way), paths: before.paths * last.paths };
  }

  private edgesInto(id: string): FlowEdge[] {
    return (this.stage.into.get(id) ?? []).toSorted(
      (a, b) =>
        (a.from.node < b.from.node ? -1 : a.from.node > b.from.node ? 1 : 0) ||
        portIndex(this.graph, a) - portIndex(this.graph, b),
    );
  }

  private connectedPorts(id: string): string[] {
    const connected = new Set((this.stage.out.get(id) ?? []).map(({ from }) => from.port));
    return this.graph.nodes
      .get(id)!
      .ports.map((port) => port.id)
      .filter((port) => connected.has(port));
  }

  private isFullyConnected(id: string): boolean {
    return this.connectedPorts(id).length === this.graph.nodes.get(id)!.ports.length;
  }

  private portSurely(id: string, port: string, to: string): boolean {
    return (this.stage.out.get(id) ?? []).some(
      ({ from, to: target }) => from.port === port && this.surely(target, to),
    );
  }

  /** Whether whoever reaches `id` reaches `to`, whatever the facts. */
  private surely(id: string, to: string): boolean {
    if (id === to) return true;
    const ports = this.connectedPorts(id);
    if (ports.length === 0) return false;
    if (this.plans.get(id)?.role === 'check' && !this.isFullyConnected(id)) return false;
    return ports.every((port) => this.portSurely(id, port, to));
  }

  /** Immediate dominators within the stage, by intersection in topological order. */
  private findDominators(): void {
    const sets = new Map<string, Set<string>>([[entry, new Set([entry])]]);
    const depth = new Map<string, number>([[entry, 0]]);
    for (const id of this.graph.order) {
      if (!this.stage.members.has(id)) continue;
      const parents = (this.stage.into.get(id) ?? []).map(({ from }) => from.node);
      if (this.stage.entries.includes(id)) parents.push(entry);
      const common = parents
        .map((parent) => sets.get(parent))
        .filter((set) => set !== undefined)
        .reduce((a, b) => new Set([...a].filter((one) => b.has(one))));
      const nearest = [...common].reduce((a, b) => (depth.get(b)! > depth.get(a)! ? b : a));
      this.dominators.set(id, nearest);
      depth.set(id, depth.get(nearest)! + 1);
      sets.set(id, new Set([...common, id]));
    }
  }
}

function both(first: Way, second: Way): Way {
  if (first === null) return second;
  return second === null ? first : all([first, second]);
}
