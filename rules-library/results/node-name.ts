import type { Vocabulary } from '../define/vocabulary.ts';
import type { FlowNode } from '../schema/flow.ts';
import type { Text } from '../schema/text.ts';

/** What a node is called: its own title, else its kind's label. */
export function nodeName({ title, kind }: FlowNode, vocabulary: Pick<Vocabulary, 'blocks'>): Text {
  if (title !== undefined && (title.zh !== '' || title.en !== '')) {
    return { zh: title.zh || title.en, en: title.en || title.zh };
  }
  return vocabulary.blocks.get(kind)?.label ?? { zh: kind, en: kind };
}
