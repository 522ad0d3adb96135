import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf, partText, readPart } from '../../../../designer/editor/clipboard/part.ts';
import { pasteEdit } from '../../../../designer/editor/clipboard/paste.ts';
import { applyEdit, invertEdit } from '../../../../rules-library/edits/index.ts';
import { vocabulary } from '../../../../rules-library/index.ts';
import type { Flow } from '../../../../rules-library/schema/flow.ts';
import { compileFlow, compileRules } from '../../../../runtime/index.ts';
import { drawnFlow, orderFacts } from '../../../runtime/support/drawn-flows.ts';
import { testVocabulary } from '../../../support/test-vocabulary.ts';
import { drawing } from '../../drawing.ts';

const all = ({ nodes }: Flow): string[] => nodes.map(({ id }) => id);
const blank = (id: string): Flow => ({ ...drawing({}), id });

/** Events of a drawing on an order. */
function does(flow: Flow, facts: Record<string, unknown>): unknown[] {
  const compiled = compileFlow(flow, testVocabulary);
  const program = compileRules(compiled.rules, compiled);
  const { events } = program.evaluate(program.prepare(facts));
  return events.map(({ type, params }) => [type, params]);
}

describe('copied blocks', () => {
  it('do in another flow what they did in theirs, whatever was copied', () => {
    const seen = { events: 0 };
    fc.assert(
      fc.property(drawnFlow, orderFacts, (flow, order) => {
        const part = readPart(partText(partOf(flow, all(flow))!))!;
        const pasted = applyEdit(blank('other'), pasteEdit(blank('other'), testVocabulary, part).edit);
        const trigger = flow.nodes.find(
          ({ kind }) => testVocabulary.blocks.get(kind)?.category === 'trigger',
        );
        const facts = { ...order, 'event.type': trigger?.kind };
        const before = does(flow, facts);
        expect(does(pasted, facts)).toEqual(before);
        seen.events += before.length;
      }),
      { numRuns: 150 },
    );
    expect(seen.events).toBeGreaterThan(30);
  });

  it('get ids of their own in their own flow, stand beside the first ones, and go by one step back', () => {
    const flow = drawing({ n1: 'order.received', n2: 'mark-rush', n3: 'add-note' }, [
      'n1.next>n2',
      'n2.next>n3',
    ]);
    const { edit, nodes } = pasteEdit(flow, vocabulary, partOf(flow, ['n2', 'n3'])!);
    const twice = applyEdit(flow, edit);
    expect(nodes).toEqual(['n4', 'n5']);
    expect(twice.edges.at(-1)).toMatchObject({ from: { node: 'n4', port: 'next' }, to: 'n5' });
    expect(twice.layout).toMatchObject({ n4: { x: 32, y: 192 }, n5: { x: 32, y: 352 } });
    const again = pasteEdit(twice, vocabulary, partOf(flow, ['n2', 'n3'])!);
    expect(applyEdit(twice, again.edit).layout).toMatchObject({ n6: { x: 64, y: 224 } });
    expect(applyEdit(twice, invertEdit(flow, edit)!)).toEqual(flow);
  });

  it('call what they calculate by its new name, and leave the second trigger out', () => {
    const flow = drawing({ n1: 'order.received', n2: 'calculation', n3: 'condition-group' });
    const conditions = {
      all: [{ id: 'c1', fact: 'some-flow.n2', operator: 'lessThan', value: { fact: 'some-flow.n9' } }],
    };
    const filled = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, params: { conditions } })) };
    const target = { ...drawing({ n1: 'order.received' }), id: 'target' };
    const pasted = pasteEdit(target, vocabulary, partOf(filled, all(filled))!);
    expect(pasted.leftTrigger).toBe(true);
    const { nodes } = applyEdit(target, pasted.edit);
    expect(nodes.map(({ kind }) => kind)).toEqual(['order.received', 'calculation', 'condition-group']);
    expect(nodes[2]!.params).toEqual({
      conditions: {
        all: [{ id: 'c1', fact: 'target.n2', operator: 'lessThan', value: { fact: 'some-flow.n9' } }],
      },
    });
  });

  it('are put where people look in another flow', () => {
    const flow = drawing({ n1: 'mark-rush' });
    const { edit } = pasteEdit(blank('other'), vocabulary, partOf(flow, ['n1'])!, { x: 500, y: 300 });
    expect(applyEdit(blank('other'), edit).layout.n1).toEqual({ x: 384, y: 246 });
    const taken = { ...drawing({ n1: 'order.received' }), layout: { n1: { x: 400, y: 250 } } };
    const below = pasteEdit({ ...taken, id: 'other' }, vocabulary, partOf(flow, ['n1'])!, { x: 500, y: 300 });
    expect(applyEdit(taken, below.edit).layout.n2).toEqual({ x: 384, y: 374 });
  });

  it.each([
    '',
    'hello',
    '{"sluice":"part"}',
    '{"sluice":"part","schema":1,"flow":"f","nodes":[],"edges":[],"layout":{}}',
  ])('are told from other text: %s', (text) => expect(readPart(text)).toBeUndefined());
});
