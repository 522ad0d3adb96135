import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, FlowCase } from '../../rules-library/schema/flow.ts';
import { compileFlow, runCases, type CaseResult } from '../../runtime/index.ts';
import type { FailedCase, OwnCases } from './verification.ts';

/** Runs the cases kept beside each drawing. */
export function runOwnCases(flows: readonly Flow[], vocabulary: Vocabulary): OwnCases {
  const found: OwnCases = { run: 0, failed: [] };
  for (const flow of flows) {
    if (flow.cases.length === 0) continue;
    const results = runCases(flow, flow.cases, vocabulary);
    found.run += results.length;
    results.forEach((result, index) => {
      if (!result.passed) found.failed.push(failedCase(flow, flow.cases[index]!, result, vocabulary));
    });
  }
  return found;
}

function failedCase(flow: Flow, one: FlowCase, result: CaseResult, vocabulary: Vocabulary): FailedCase {
  const node = nodeAtFault(flow, one, result, vocabulary);
  const { id, name } = one;
  return {
    flow: flow.id,
    case: id,
    name,
    ...(node === undefined ? {} : { node }),
    differences: result.differences,
  };
}

/** The node whose action came though it should not, came with other content, or is the only one that could have come. */
function nodeAtFault(
  flow: Flow,
  { expect: { events: expected } }: FlowCase,
  { events }: CaseResult,
  vocabulary: Vocabulary,
): string | undefined {
  const first = Array.from({ length: Math.max(events.length, expected.length) }, (_, index) => index).find(
    (index) => events[index]?.type !== expected[index]?.type,
  );
  const wrong = first === undefined ? events.at(-1) : events[first];
  if (wrong !== undefined) return compileFlow(flow, vocabulary).sourceMap[wrong.ruleId]?.node;
  const missing = first === undefined ? undefined : expected[first]?.type;
  const able = flow.nodes.filter(({ kind }) => kind === missing);
  return able.length === 1 ? able[0]!.id : undefined;
}
