import type { Vocabulary } from '../../../rules-library/define/vocabulary.ts';
import {
  contextOf,
  labelOfFact,
  nodeName,
  plainText,
  sentenceOfNode,
  type SentenceOptions,
} from '../../../rules-library/sentences/index.ts';
import type { Flow, FlowNode } from '../../../rules-library/schema/flow.ts';
import type { Language } from '../../../rules-library/schema/text.ts';
import { matchesTyped } from '../../app/matches-typed.ts';
import { readingOrder } from '../reading-order.ts';

/** A block that has to do with what was typed. */
export interface Found {
  node: string;
  /** Its number on the canvas; notes have none. */
  number: number | undefined;
  name: string;
  sentence: string;
}

/**
 * The blocks of a drawing that hold what was typed, in reading order: in their name, their sentence, or the business data they
 * use ("where is 信用额度 used?"); as written or by pinyin initials. Nothing typed finds nothing.
 */
export function findInFlow(
  flow: Flow,
  typed: string,
  language: Language,
  vocabulary: Vocabulary,
  options: Omit<SentenceOptions, 'flow'> = {},
): Found[] {
  if (typed.trim() === '') return [];
  const numbers = readingOrder(flow, vocabulary);
  const context = contextOf(language, vocabulary, { ...options, flow });
  return flow.nodes
    .flatMap((node): Found[] => {
      const name = nodeName(node, vocabulary)[language];
      const sentence = plainText(sentenceOfNode(node, flow, language, vocabulary, options));
      const facts = factsOf(node).map((id) => labelOfFact(id, context));
      if (!matchesTyped(typed, name, sentence, ...facts)) return [];
      return [{ node: node.id, number: numbers.get(node.id), name, sentence }];
    })
    .toSorted((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity));
}

/** Ids of the business data a block uses, wherever in its params. */
function factsOf({ params }: FlowNode): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('fact' in value && typeof value.fact === 'string') found.add(value.fact);
    Object.values(value).forEach(walk);
  };
  walk(params);
  return [...found];
}
