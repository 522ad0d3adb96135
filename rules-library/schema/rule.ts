import type { Scalar } from './condition.ts';

/** A json-rules-engine condition as the compiler emits it and stock 7.3.1 runs it. */
export type JsonCondition =
  | JsonComparison
  | { all: JsonCondition[]; priority?: number; name?: string; id?: string }
  | { any: JsonCondition[]; priority?: number; name?: string; id?: string }
  | { not: JsonCondition; priority?: number; name?: string; id?: string }
  | { condition: string; priority?: number; name?: string; id?: string };

/** One comparison of a rule; `name` carries the id of the drawn condition (stock drops `id`). */
export interface JsonComparison {
  fact: string;
  operator: string;
  value: JsonOperand;
  path?: string;
  params?: Record<string, unknown>;
  priority?: number;
  name?: string;
  id?: string;
}

export type JsonOperand =
  | Scalar
  | null
  | { fact: string; path?: string; params?: Record<string, unknown> }
  | (Scalar | null | { fact: string; path?: string })[];

/** The event a matching rule emits: the command's or block's name and its params. */
export interface JsonEvent {
  type: string;
  params?: Record<string, unknown>;
}

/** json-rules-engine `RuleProperties` plus the stable id `FLOW[/NODE:PORT]/NODE`. */
export interface JsonRule {
  id: string;
  name?: string;
  priority?: number;
  conditions: JsonCondition;
  event: JsonEvent;
}

/** A fact calculated by `prepare` from other facts: `calculate` names the calculation, `with` its settings. */
export interface DerivedFact {
  /** `FLOW.NODE`, `FLOW.NODE.OUTPUT`, or a name the compiler makes for a lowered operator. */
  id: string;
  calculate: string;
  /** `with.conditions`, where there are any, are drawn conditions; the compiler lowers them. */
  with: Record<string, unknown>;
  /** Facts it reads, so that the server loads them. */
  reads: string[];
  /** `event.stage` of the stages its node stands in, '' for the trigger's; calculated anew in these only. Absent: in all. */
  stages?: string[];
}

/** Where each rule comes from: rule id → the nodes (and conditions) on its way. */
export interface SourceMapEntry {
  flow: string;
  /** The stage the rule belongs to: null for the trigger's, else `NODE:PORT`. */
  stage: string | null;
  /** The node the rule stands for. */
  node: string;
  /** Nodes on the way from the stage's entry to this node, the node included, in topological order. */
  path: string[];
  /** Ports through which those nodes may be left on the way, `NODE:PORT`. */
  ports: string[];
  /** Ids of drawn conditions taking part, `NODE/CONDITION`. */
  conditions: string[];
}
export type SourceMap = Record<string, SourceMapEntry>;

/** Facts by flat dotted id; absent means unknown, never null. `lines` holds one record per order line. */
export type Facts = Readonly<Record<string, unknown>>;
