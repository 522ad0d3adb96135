import type { NamedKind, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Flow, FlowNode } from '../schema/flow.ts';
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

/** What a node is called: its own title, else its kind's label. */
export function nodeName(node: FlowNode, vocabulary: Vocabulary): Text {
  const title = node.title;
  if (title !== undefined && (title.zh !== '' || title.en !== '')) {
    return { zh: title.zh || title.en, en: title.en || title.zh };
  }
  return vocabulary.blocks.get(node.kind)?.label ?? { zh: node.kind, en: node.kind };
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
    facts: vocabulary.facts,
    operators: vocabulary.operators,
    labelOfCommand: (name) => vocabulary.commands.get(name)?.label,
    nameOf: (kind, id) =>
      nameOf?.(kind, id) ?? (kind === 'result' ? nameOfResult(id, flow, vocabulary) : undefined),
  };
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
