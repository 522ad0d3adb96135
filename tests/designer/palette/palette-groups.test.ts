import { describe, expect, it } from 'vitest';
import { hasForm } from '../../../designer/inspector/fields/index.ts';
import { paletteGroups } from '../../../designer/palette/palette-groups.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { drawing } from '../drawing.ts';

const kinds = (typed: string, flow = drawing({ n1: 'order.received' })) =>
  paletteGroups(flow, vocabulary, typed).flatMap(({ blocks }) => blocks.map(({ kind }) => kind));

describe('the palette', () => {
  it('begins with triggers, and once there is one ends with them', () => {
    expect(paletteGroups(drawing({}), vocabulary, '')[0]!.id).toBe('trigger');
    expect(paletteGroups(drawing({ n1: 'order.received' }), vocabulary, '').at(-1)!.id).toBe('trigger');
  });

  it('offers every block of this build once that has a form and can act on an order', () => {
    const without = [...vocabulary.blocks.values()].filter(
      (block) => !hasForm(block) || block.follows?.includes('order') === false,
    );
    const offered = [...kinds(''), ...without.map(({ kind }) => kind)];
    expect(offered.toSorted()).toEqual([...vocabulary.blocks.keys()].toSorted());
  });

  it('finds by Chinese, English and pinyin initials', () => {
    expect(kinds('预警')).toEqual(['raise-alert', 'alert.unanswered']);
    expect(kinds('alert')).toEqual(['raise-alert', 'alert.unanswered']);
    expect(kinds('fcyj')).toEqual(['raise-alert']);
    expect(kinds('没有这样的')).toEqual([]);
  });

  it('leaves out what cannot act on what the trigger gives', () => {
    const stock = {
      ...vocabulary,
      blocks: new Map(vocabulary.blocks).set('order.received', {
        ...vocabulary.blocks.get('order.received')!,
        subject: 'stock' as const,
      }),
    };
    const offered = paletteGroups(drawing({ n1: 'order.received' }), stock, '').flatMap(({ blocks }) =>
      blocks.map(({ kind }) => kind),
    );
    expect(offered).toContain('raise-alert');
    expect(offered).not.toContain('hold-order');
  });
});
