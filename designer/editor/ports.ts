import type { BlockDefinition, Port } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { FlowNode } from '../../rules-library/schema/flow.ts';

/** The exits of a node, also while its params are not filled in yet. A kind this build does not have has none. */
export function portsOf(node: FlowNode, vocabulary: Vocabulary): Port[] {
  const block = vocabulary.blocks.get(node.kind);
  return block === undefined ? [] : portsWith(block, node.params);
}

export function portsWith(block: BlockDefinition, params: unknown): Port[] {
  const read = block.params.safeParse(params);
  if (read.success) return block.ports(read.data);
  try {
    return block.ports(params);
  } catch {
    // Half filled in, so that not even its exits can be told: those it has when it is placed.
    return block.ports(block.params.parse(block.initial));
  }
}

/** Whether something may lead into a block of this kind. */
export function takesInput(block: BlockDefinition): boolean {
  return block.category !== 'trigger' && block.category !== 'note';
}
