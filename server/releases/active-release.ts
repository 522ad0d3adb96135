import type { Text } from '../../rules-library/schema/text.ts';
import type { JsonRule, SourceMap } from '../../rules-library/schema/rule.ts';
import type { RuleProgram } from '../../runtime/index.ts';
import type { ReleaseContent } from './build-release.ts';

/** A release ready to decide: compiled once, shared by every decision of this process. */
export interface ActiveRelease {
  number: number;
  hash: string;
  publishedAt: number;
  program: RuleProgram;
  rules: readonly JsonRule[];
  sourceMap: SourceMap;
  flows: ReadonlyMap<
    string,
    { name: Text; version: number; rank: number; logicHash: string; nodes: ReadonlyMap<string, ReleaseNode> }
  >;
  content: ReleaseContent;
}

export interface ReleaseNode {
  kind: string;
  title: Text | undefined;
  params: Readonly<Record<string, unknown>>;
}

/** Makes a release ready from what is stored. */
export function readyRelease(
  head: { number: number; hash: string; publishedAt: number },
  content: ReleaseContent,
  compile: (content: ReleaseContent) => RuleProgram,
): ActiveRelease {
  return {
    number: head.number,
    hash: head.hash,
    publishedAt: head.publishedAt,
    program: compile(content),
    rules: content.rules,
    sourceMap: content.sourceMap,
    flows: new Map(
      content.flows.map(({ flow, version, logicHash }) => [
        flow.id,
        {
          name: flow.name,
          version,
          rank: flow.rank,
          logicHash,
          nodes: new Map(flow.nodes.map(({ id, kind, title, params }) => [id, { kind, title, params }])),
        },
      ]),
    ),
    content,
  };
}
