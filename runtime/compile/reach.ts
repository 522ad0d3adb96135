import type { BlockPlan } from '../../rules-library/define/block.ts';
import { dominatorsOf, entry } from './dominators.ts';
import { ancestorsOf, type Graph } from './graph.ts';
import type { Stage } from './stages.ts';
import { all, any, lowerWhen, type Lowered } from './when.ts';

/** Most ways into a node before it has to be drawn as a table. */
export const mostPaths = 64;

/** A condition, and how many ways it joins. */
interface Way {
  when: Lowered;
  paths: number;
}

const always: Way = { when: true, paths: 1 };
const tooMany: Way = { when: false, paths: mostPaths + 1 };

/**
 * Conditions under which each node of a stage is reached from the stage's entry. A way is cut at the nodes every way
 * passes (dominators), so that common beginnings stand once; where every connected exit of a node surely leads on, only
 * "one of those exits" is left, and nothing at all when all its exits are connected.
 */
export class Reach {
  private readonly graph: Graph;
  private readonly stage: Stage;
  private readonly plans: ReadonlyMap<string, BlockPlan>;
  private readonly dominators: ReadonlyMap<string, string>;
  /** Place of each node in the stage's order: no way leads from a later node to an earlier one. */
  private readonly place: ReadonlyMap<string, number>;
  private readonly fromEntry = new Map<string, Way>();
  private readonly sure = new Map<number, boolean>();
  private readonly ports = new Map<string, string[]>();
  private readonly exits = new Map<string, Lowered>();

  constructor(graph: Graph, stage: Stage, plans: ReadonlyMap<string, BlockPlan>) {
    this.graph = graph;
    this.stage = stage;
    this.plans = plans;
    this.place = new Map(stage.order.map((id, index) => [id, index]));
    this.dominators = dominatorsOf(stage.order, new Set(stage.entries), stage.into);
  }

  /** The condition for a node. */
  wayTo(id: string): Lowered {
    return this.wayFromEntry(id).when;
  }

  /** Ways that join last before a node; over `mostPaths` is a problem of the drawing. */
  pathsTo(id: string): number {
    return this.wayFromEntry(id).paths;
  }

  /** Whether a node stands directly behind one of these. */
  isBehind(id: string, others: ReadonlySet<string>): boolean {
    return (this.stage.into.get(id) ?? []).some(({ from }) => others.has(from.node));
  }

  /** What opens a port of a node. */
  exit(node: string, port: string): Lowered {
    const plan = this.plans.get(node);
    if (plan?.role !== 'check') return true;
    const key = `${node} ${port}`;
    const known = this.exits.get(key);
    if (known !== undefined) return known;
    const when = plan.exits[port];
    const lowered = when === undefined ? false : lowerWhen(when, node);
    this.exits.set(key, lowered);
    return lowered;
  }

  private wayFromEntry(id: string): Way {
    const waiting: string[] = [];
    for (let at = id; at !== entry && !this.fromEntry.has(at); at = this.dominators.get(at)!)
      waiting.push(at);
    for (const at of waiting.toReversed()) {
      const dominator = this.dominators.get(at)!;
      const before = dominator === entry ? always : this.fromEntry.get(dominator)!;
      const last = dominator === entry ? this.fromFirst(at) : this.segment(dominator, at, mostPaths);
      this.fromEntry.set(at, { when: all([before.when, last.when]), paths: last.paths });
    }
    return this.fromEntry.get(id)!;
  }

  /** From the stage's first nodes to one that no other node stands before on every way. */
  private fromFirst(to: string): Way {
    const before = ancestorsOf(to, this.stage.into);
    const firsts = this.stage.entries.filter((first) => before.has(first));
    if (firsts.some((first) => this.surely(first, to))) return always;
    return this.join(
      firsts.map((first) => (left: number) => this.way(first, to, left)),
      mostPaths,
    );
  }

  /** From a node to one that every way from it passes last: collapsed, or one way for each exit that can lead there. */
  private segment(from: string, to: string, most: number): Way {
    const ports = this.connectedPorts(from);
    if (ports.every((port) => this.portSurely(from, port, to))) {
      if (this.isFullyConnected(from)) return always;
      return { when: any(ports.map((port) => this.exit(from, port))), paths: 1 };
    }
    return this.join(
      ports.flatMap((port) => {
        if (!this.portCan(from, port, to)) return [];
        const exit = this.exit(from, port);
        return [(left: number) => this.behind(exit, this.throughPort(from, port, to, left))];
      }),
      most,
    );
  }

  private behind(exit: Lowered, { when, paths }: Way): Way {
    return { when: all([exit, when]), paths };
  }

  private throughPort(from: string, port: string, to: string, most: number): Way {
    if (this.portSurely(from, port, to)) return always;
    return this.join(
      this.targets(from, port).map((target) => (left: number) => this.way(target, to, left)),
      most,
    );
  }

  /** From one node to another, cut at the nodes every way between them passes. */
  private way(from: string, to: string, most: number): Way {
    if (this.surely(from, to)) return always;
    const stops = this.stopsBetween(from, to);
    if (stops === undefined) return { when: false, paths: 0 };
    let paths = 1;
    const parts: Lowered[] = [];
    let at = from;
    for (const stop of stops) {
      const part = this.segment(at, stop, most);
      paths *= part.paths;
      if (paths > most) return tooMany;
      parts.push(part.when);
      at = stop;
    }
    return { when: all(parts), paths };
  }

  /** Nodes every way from one node to another passes, the last included; undefined when none leads there. */
  private stopsBetween(from: string, to: string): string[] | undefined {
    const between = this.nodesBetween(from, to);
    if (!between.has(from)) return undefined;
    const ordered = [...between].toSorted((one, other) => this.place.get(one)! - this.place.get(other)!);
    const stops: string[] = [];
    let farthest = this.place.get(from)!;
    for (const id of ordered) {
      if (id !== from && farthest === this.place.get(id)) stops.push(id);
      for (const { to: next } of this.stage.out.get(id) ?? []) {
        if (between.has(next)) farthest = Math.max(farthest, this.place.get(next)!);
      }
    }
    return stops;
  }

  /** Nodes on any way from one node to another, both included. */
  private nodesBetween(from: string, to: string): Set<string> {
    const earliest = this.place.get(from)!;
    const backward = new Set([to]);
    const waiting = [to];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const { from: parent } of this.stage.into.get(next) ?? []) {
        if (backward.has(parent.node) || this.place.get(parent.node)! < earliest) continue;
        backward.add(parent.node);
        waiting.push(parent.node);
      }
    }
    const found = new Set<string>();
    if (!backward.has(from)) return found;
    found.add(from);
    waiting.push(from);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const { to: child } of this.stage.out.get(next) ?? []) {
        if (found.has(child) || !backward.has(child)) continue;
        found.add(child);
        waiting.push(child);
      }
    }
    return found;
  }

  /** Several ways as one, counted; given up as soon as they are too many. */
  private join(ways: readonly ((left: number) => Way)[], most: number): Way {
    const parts: Lowered[] = [];
    let paths = 0;
    for (const way of ways) {
      const part = way(most - paths);
      paths += part.paths;
      if (paths > most) return tooMany;
      if (part.paths > 0) parts.push(part.when);
    }
    return { when: any(parts), paths };
  }

  private targets(id: string, port: string): string[] {
    return (this.stage.out.get(id) ?? []).filter(({ from }) => from.port === port).map(({ to }) => to);
  }

  private connectedPorts(id: string): string[] {
    const known = this.ports.get(id);
    if (known !== undefined) return known;
    const connected = new Set((this.stage.out.get(id) ?? []).map(({ from }) => from.port));
    const ports = this.graph.nodes
      .get(id)!
      .ports.map((port) => port.id)
      .filter((port) => connected.has(port));
    this.ports.set(id, ports);
    return ports;
  }

  /** Every exit leads on: whoever enters leaves by one of them. Ports that open other stages are no exits here. */
  private isFullyConnected(id: string): boolean {
    return this.connectedPorts(id).length === this.graph.nodes.get(id)!.ports.length;
  }

  private portSurely(id: string, port: string, to: string): boolean {
    return this.targets(id, port).some((target) => this.surely(target, to));
  }

  private portCan(id: string, port: string, to: string): boolean {
    return this.targets(id, port).some((target) => this.nodesBetween(target, to).size > 0);
  }

  /** Whether whoever reaches `id` reaches `to`, whatever the facts. */
  private surely(id: string, to: string): boolean {
    if (id === to) return true;
    if (this.place.get(id)! > this.place.get(to)!) return false;
    const key = this.place.get(id)! * this.place.size + this.place.get(to)!;
    const known = this.sure.get(key);
    if (known !== undefined) return known;
    const ports = this.connectedPorts(id);
    const sure =
      ports.length > 0 &&
      (this.plans.get(id)?.role === 'check'
        ? this.isFullyConnected(id) && ports.every((port) => this.portSurely(id, port, to))
        : ports.some((port) => this.portSurely(id, port, to)));
    this.sure.set(key, sure);
    return sure;
  }
}
