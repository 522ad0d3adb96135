import { describe, expect, it } from 'vitest';
import { joinRefusal, type Join } from '../../../designer/editor/joins.ts';
import { placeAfter, placeOnEdge } from '../../../designer/editor/placing.ts';
import { paramsEdit } from '../../../designer/editor/gestures.ts';
import { applyEdit } from '../../../rules-library/edits/index.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Vocabulary } from '../../../rules-library/define/vocabulary.ts';
import type { Flow } from '../../../rules-library/schema/flow.ts';
import { drawing } from '../drawing.ts';

const flow = withParams(
  drawing({ n1: 'order.received', n2: 'condition-group', n3: 'mark-rush', n4: 'hold-order', n5: 'note' }, [
    'n1.next>n2',
    'n2.yes>n3',
    'n3.next>n4',
  ]),
);

function withParams(drawn: Flow): Flow {
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => ({ ...node, params: vocabulary.blocks.get(node.kind)!.initial })),
  };
}

const why = (join: string, words: Vocabulary = vocabulary) => {
  const [from = '', to = ''] = join.split('>');
  const [node = '', port = ''] = from.split('.');
  return joinRefusal(flow, words, { from: { node, port }, to } satisfies Join);
};

describe('joining two blocks', () => {
  it('is allowed forward, also from an exit that has a join, and into a block that has one', () => {
    expect(why('n2.no>n4')).toBeUndefined();
    expect(why('n2.yes>n4')).toBeUndefined();
    expect(why('n1.next>n4')).toBeUndefined();
  });

  it.each([
    ['n3.next>n3', /不能接回自己/],
    ['n3.next>n1', /触发是开头/],
    ['n3.next>n5', /不用连线/],
    ['n4.next>n2', /绕成一个圈/],
    ['n2.yes>n3', /已经这样接好/],
    ['n2.maybe>n3', /接不上/],
    ['n2.no>n9', /已经不在/],
  ])('%s is refused in a sentence', (join, sentence) => {
    const refusal = why(join);
    expect(refusal?.zh).toMatch(sentence);
    expect(refusal?.en).not.toMatch(/[一-鿿]/);
  });

  it('is refused where the action has nothing to act on', () => {
    const stock = {
      ...vocabulary,
      blocks: new Map(vocabulary.blocks).set('order.received', {
        ...vocabulary.blocks.get('order.received')!,
        subject: 'stock',
      }),
    };
    expect(why('n2.no>n4', stock)?.zh).toMatch(/要对订单操作，这个触发给的是库存/);
  });
});

describe('placing a block', () => {
  it('on a join puts it between and makes room below', () => {
    const block = vocabulary.blocks.get('condition-group')!;
    const placed = placeOnEdge(flow, vocabulary, block, 'e2')!;
    const after = applyEdit(flow, placed.edit);
    expect(after.edges.filter(({ from, to }) => from.node === placed.node || to === placed.node)).toEqual([
      { id: 'e2', from: { node: 'n2', port: 'yes' }, to: placed.node, order: 1 },
      { id: 'e4', from: { node: placed.node, port: 'yes' }, to: 'n3', order: 1 },
    ]);
    const y = (id: string) => after.layout[id]!.y;
    expect(y('n2')).toBeLessThan(y(placed.node));
    expect(y(placed.node)).toBeLessThan(y('n3'));
    expect(y('n3')).toBeLessThan(y('n4'));
  });

  it('on a join is refused for triggers and notes', () => {
    expect(placeOnEdge(flow, vocabulary, vocabulary.blocks.get('rush.requested')!, 'e1')).toBeUndefined();
    expect(placeOnEdge(flow, vocabulary, vocabulary.blocks.get('note')!, 'e1')).toBeUndefined();
  });

  it('without a pointer joins it to the first free exit of the chosen block', () => {
    const { edit, node } = placeAfter(flow, vocabulary, vocabulary.blocks.get('set-tag')!, 'n2');
    expect(applyEdit(flow, edit).edges.at(-1)).toEqual({
      id: 'e4',
      from: { node: 'n2', port: 'no' },
      to: node,
      order: 1,
    });
  });

  it('takes the joins of exits away that a change of its settings takes away', () => {
    const branch = withParams(
      drawing({ n1: 'order.received', n2: 'branch', n3: 'mark-rush' }, ['n1.next>n2', 'n2.case-2>n3']),
    );
    const { cases } = branch.nodes[1]!.params as { cases: unknown[] };
    const after = applyEdit(
      branch,
      paramsEdit(branch, vocabulary, 'n2', { ...branch.nodes[1]!.params, cases: cases.slice(0, 1) }),
    );
    expect(after.edges.map(({ id }) => id)).toEqual(['e1']);
  });
});
