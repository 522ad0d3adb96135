import type { Vocabulary } from '../define/vocabulary.ts';
import type { BlockDefinition } from '../define/block.ts';
import type { FlowNode } from '../schema/flow.ts';
import type { Text } from '../schema/text.ts';

/** What a node is called: its own title, else its kind's label. */
export function nodeName({ title, kind }: FlowNode, vocabulary: Vocabulary): Text {
  if (title !== undefined && (title.zh !== '' || title.en !== '')) {
    return { zh: title.zh || title.en, en: title.en || title.zh };
  }
  return blockOf(kind, vocabulary)?.label ?? { zh: kind, en: kind };
}

/** The block of a kind, also one that this build cannot carry out yet: a draft that holds it can still be read. */
export function blockOf(kind: string, { blocks, unhandled }: Vocabulary): BlockDefinition | undefined {
  return blocks.get(kind) ?? unhandled?.get(kind);
}
