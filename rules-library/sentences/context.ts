import type { NamedKind, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { FactDefinition } from '../define/fact.ts';
import { nodeName } from '../results/node-name.ts';
import { resultsOfFlow } from '../results/results-of.ts';
import type { Flow } from '../schema/flow.ts';
import type { Facts } from '../schema/rule.ts';
import type { Language, Text } from '../schema/text.ts';
import { defaultZone } from './format-time.ts';

export interface SentenceOptions {
  /** The company's zone; Asia/Shanghai if not given. */
  zone?: string;
  /** With facts, comparisons say what the order really had. */
  actual?: Facts;
  /** The drawing the sentence belongs to: results are then called by their node. */
  flow?: Flow;
  /** Names of lists, catalogue entries and people, where the caller knows them. */
  nameOf?: (kind: NamedKind, id: string) => Text | undefined;
}

/** Puts together what sentences need. */
export function contextOf(
  language: Language,
  vocabulary: Vocabulary,
  { zone = defaultZone, actual, flow, nameOf }: SentenceOptions = {},
): SentenceContext {
  return {
    language,
    zone,
    actual,
    facts: flow === undefined ? vocabulary.facts : withResults(flow, vocabulary),
    operators: vocabulary.operators,
    labelOfCommand: (name) => vocabulary.commands.get(name)?.label,
    nameOf: (kind, id) =>
      nameOf?.(kind, id) ?? (kind === 'result' ? nameOfResult(id, flow, vocabulary) : undefined),
  };
}

function withResults(flow: Flow, vocabulary: Vocabulary): ReadonlyMap<string, FactDefinition> {
  const results = resultsOfFlow(flow, vocabulary);
  if (results.length === 0) return vocabulary.facts;
  return new Map([...vocabulary.facts, ...results.map((fact) => [fact.id, fact] as const)]);
}

/** `FLOW.NODE[.OUTPUT]` by the node of the drawing. */
function nameOfResult(id: string, flow: Flow | undefined, vocabulary: Vocabulary): Text | undefined {
  const [flowId, nodeId, output] = id.split('.');
  const node = flow?.id === flowId ? flow?.nodes.find((one) => one.id === nodeId) : undefined;
  if (node === undefined) return undefined;
  const name = nodeName(node, vocabulary);
  if (output === undefined) return { zh: `「${name.zh}」`, en: `"${name.en}"` };
  if (output === 'matched') return { zh: `「${name.zh}」命中的明细`, en: `lines met by "${name.en}"` };
  return { zh: `「${name.zh}」的 ${output}`, en: `${output} of "${name.en}"` };
}
