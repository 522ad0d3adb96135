import type { BlockCategory, BlockDefinition } from '../../rules-library/define/block.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { ToneName } from '../design/tokens.ts';

const byCategory: Record<BlockCategory, ToneName> = {
  trigger: 'primary',
  check: 'neutral',
  compute: 'neutral',
  person: 'hold',
  many: 'movement',
  gate: 'danger',
  stock: 'movement',
  action: 'primary',
  note: 'neutral',
};

/** The colour of a block: what it does to an order, else its category's. */
export function toneOf(block: Pick<BlockDefinition, 'category' | 'tone'> | undefined): ToneName {
  if (block === undefined) return 'danger';
  return block.tone ?? byCategory[block.category];
}

/** Categories in the order of the palette. */
export const categories: readonly { category: BlockCategory; label: Text }[] = [
  { category: 'trigger', label: { zh: '触发', en: 'Triggers' } },
  { category: 'check', label: { zh: '判断', en: 'Checks' } },
  { category: 'compute', label: { zh: '计算', en: 'Calculations' } },
  { category: 'person', label: { zh: '人工', en: 'People' } },
  { category: 'many', label: { zh: '逐一', en: 'One by one' } },
  { category: 'gate', label: { zh: '关口', en: 'Gates' } },
  { category: 'stock', label: { zh: '库存', en: 'Stock' } },
  { category: 'action', label: { zh: '动作（按钮）', en: 'Actions (buttons)' } },
  { category: 'note', label: { zh: '便签', en: 'Notes' } },
];
