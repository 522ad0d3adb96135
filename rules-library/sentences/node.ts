import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Flow, FlowNode } from '../schema/flow.ts';
import type { Language } from '../schema/text.ts';
import { blockOf, nodeName } from '../results/node-name.ts';
import { contextOf, type SentenceOptions } from './context.ts';
import { operatorWord, valueWord, words } from './segments.ts';

/**
 * The face of a node in words. Total: a node that is not filled in yet says so, and a kind this build does not have is called by
 * its name.
 */
export function sentenceOfNode(
  node: FlowNode,
  flow: Flow,
  language: Language,
  vocabulary: Vocabulary,
  options: Omit<SentenceOptions, 'flow'> = {},
): Segment[] {
  return faceSegments(node, vocabulary, contextOf(language, vocabulary, { ...options, flow }));
}

export function faceSegments(node: FlowNode, vocabulary: Vocabulary, context: SentenceContext): Segment[] {
  const block = blockOf(node.kind, vocabulary);
  if (block === undefined) {
    return context.language === 'zh'
      ? [words(`「${node.kind}」还不能用`)]
      : [words(`"${node.kind}" cannot be used yet`)];
  }
  const params = block.params.safeParse(node.params);
  if (!params.success) {
    const [open, text] = context.language === 'zh' ? ['：', '还没填完'] : [': ', 'not filled in yet'];
    return [operatorWord(block.label[context.language]), words(open), words(text)];
  }
  return block.sentence?.(params.data as never, context) ?? [operatorWord(block.label[context.language])];
}

/** What holds when a node is left by a port, for the sentences of what follows; empty where that says nothing. */
export function exitSegments(
  node: FlowNode,
  port: string,
  vocabulary: Vocabulary,
  context: SentenceContext,
): Segment[] {
  const block = blockOf(node.kind, vocabulary);
  const params = block?.params.safeParse(node.params);
  if (block === undefined || params?.success !== true)
    return portSegments(node, port, port, vocabulary, context);
  const said = block.exit?.(params.data as never, port, context);
  if (said !== undefined) return said;
  const known = block.ports(params.data).find(({ id }) => id === port);
  if (port === 'next') return [];
  return portSegments(node, port, known?.label[context.language] ?? port, vocabulary, context);
}

/** 「审批」：批准. */
export function portSegments(
  node: FlowNode,
  port: string,
  label: string,
  vocabulary: Vocabulary,
  { language }: SentenceContext,
): Segment[] {
  const name = nodeName(node, vocabulary)[language];
  if (port === 'next') return [];
  return language === 'zh'
    ? [words(`「${name}」为 `), valueWord(label)]
    : [words(`"${name}" is `), valueWord(label)];
}
