import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import { contentHash } from '../../../server/canonical.ts';
import { logicHash } from '../../../server/flows/logic-hash.ts';
import { giveIds } from '../../../server/flows/give-ids.ts';

const bare = flowSchema.parse({
  id: 'big-orders',
  name: { zh: '大额订单', en: 'Big orders' },
  nodes: [
    { id: 'start', kind: 'order.received' },
    {
      id: 'check',
      kind: 'condition-group',
      params: {
        conditions: {
          all: [
            { id: 'c2', fact: 'order.total', operator: 'greaterThan', value: 1000 },
            { not: { any: [{ fact: 'order.isRush', operator: 'equal', value: true }] } },
          ],
        },
      },
    },
  ],
  edges: [{ from: { node: 'start', port: 'next' }, to: 'check' }],
  layout: { start: { x: 0, y: 0 } },
});

describe('ids given at save', () => {
  test('missing ids are filled, given ids stay, none is used twice', () => {
    const given = giveIds(bare);
    expect(given.nodes[1]!.params.conditions).toEqual({
      id: 'c1',
      all: [
        { id: 'c2', fact: 'order.total', operator: 'greaterThan', value: 1000 },
        {
          id: 'c3',
          not: { id: 'c4', any: [{ id: 'c5', fact: 'order.isRush', operator: 'equal', value: true }] },
        },
      ],
    });
    expect(given.edges[0]!.id).toBe('e1');
  });

  test('a second save changes nothing, and the drawing passed in is left alone', () => {
    const before = structuredClone(bare);
    const once = giveIds(bare);
    expect(giveIds(once)).toEqual(once);
    expect(bare).toEqual(before);
  });
});

describe('hashes', () => {
  test('positions, cases and the order of arrays do not change the logic hash; params do', () => {
    const moved = { ...bare, layout: { start: { x: 9, y: 9 } }, nodes: bare.nodes.toReversed() };
    expect(logicHash(moved)).toBe(logicHash(bare));
    const other = { ...bare, rank: bare.rank + 1 };
    expect(logicHash(other)).not.toBe(logicHash(bare));
  });

  test('the order of keys never changes a content hash', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(contentHash(turned)).toBe(contentHash(value));
      }),
      { numRuns: 100 },
    );
  });
});
