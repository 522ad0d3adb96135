import type { BlockDefinition } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { categories } from '../canvas/tones.ts';
import { hasForm } from '../inspector/fields/index.ts';
import { kindRefusal, triggerOf } from '../editor/joins.ts';
import { matchesTyped } from '../app/matches-typed.ts';

export interface PaletteGroup {
  id: string;
  label: Text;
  blocks: readonly BlockDefinition[];
}

/** What people reach for first; the rest follows. */
const usual = [
  'order.received',
  'rush.requested',
  'order.changed',
  'payment.changed',
  'credit.changed',
  'condition-group',
  'line-condition',
  'branch',
  'raise-alert',
  'hold-order',
  'lift-hold',
  'mark-rush',
  'set-tag',
  'set-field',
];

function placeOf({ kind }: BlockDefinition): number {
  const index = usual.indexOf(kind);
  return index === -1 ? usual.length : index;
}

/**
 * What the palette offers, by category. What cannot act on what the trigger gives is left out, and so is what has no form to
 * fill in; before there is a trigger,
 * triggers stand first, afterwards they stand last.
 */
export function paletteGroups(flow: Flow, vocabulary: Vocabulary, typed: string): PaletteGroup[] {
  const trigger = triggerOf(flow, vocabulary);
  const offered = [...vocabulary.blocks.values()].filter(
    (block) =>
      hasForm(block) &&
      matchesTyped(typed, block.label.zh, block.label.en) &&
      (!isFollower(block) || kindRefusal(flow, vocabulary, block) === undefined),
  );
  const groups = categories.flatMap(({ category, label }) => {
    const blocks = offered
      .filter((block) => block.category === category)
      .sort((a, b) => placeOf(a) - placeOf(b));
    return blocks.length === 0 ? [] : [{ id: category, label, blocks }];
  });
  if (trigger === undefined) return groups;
  return [...groups.filter(({ id }) => id !== 'trigger'), ...groups.filter(({ id }) => id === 'trigger')];
}

/** Whether it has to fit what the trigger gives. */
function isFollower({ category }: BlockDefinition): boolean {
  return category !== 'trigger' && category !== 'note';
}
