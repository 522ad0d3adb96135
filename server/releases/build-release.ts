import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type { DerivedFact, JsonRule, SourceMap } from '../../rules-library/schema/rule.ts';
import { contentHash } from '../canonical.ts';
import { logicHash } from '../flows/logic-hash.ts';

/** A compiled flow, as the compiler gives it. */
export interface Compiled {
  rules: JsonRule[];
  derived: DerivedFact[];
  sourceMap: SourceMap;
  problems: Problem[];
}

export interface ReleaseFlow {
  flow: Flow;
  /** Version of the draft it was published from. */
  version: number;
  logicHash: string;
}

/** What a release runs, and what its hash covers. */
export interface ReleaseContent {
  schema: 1;
  vocabulary: string;
  flows: ReleaseFlow[];
  rules: JsonRule[];
  derived: DerivedFact[];
  sourceMap: SourceMap;
}

export interface BuiltRelease {
  content: ReleaseContent;
  /** SHA-256 over the canonical JSON of `content`. */
  hash: string;
}

/**
 * All flows compiled into one array of rules, renumbered by flow rank (1 is first and wins), flow id, then the flow's own
 * order, from the number of rules down to 1. Pure: the same flows and vocabulary give the same hash.
 */
export function buildRelease(
  flows: readonly { flow: Flow; version: number }[],
  compile: (flow: Flow) => Compiled,
  vocabulary: string,
): BuiltRelease {
  const ranked = flows.toSorted(
    (left, right) => left.flow.rank - right.flow.rank || (left.flow.id < right.flow.id ? -1 : 1),
  );
  const compiled = ranked.map(({ flow }) => compile(flow));
  const rules = compiled.flatMap((one) =>
    one.rules.toSorted((left, right) => (right.priority ?? 1) - (left.priority ?? 1)),
  );
  const content: ReleaseContent = {
    schema: 1,
    vocabulary,
    flows: ranked.map(({ flow, version }) => ({ flow, version, logicHash: logicHash(flow) })),
    rules: rules.map((rule, index) => ({ ...rule, priority: rules.length - index })),
    derived: compiled.flatMap((one) => one.derived),
    sourceMap: Object.assign({}, ...compiled.map((one) => one.sourceMap)) as SourceMap,
  };
  return { content, hash: contentHash(content) };
}
