import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../designer/editor/document-store.ts';
import type { FlowEdit } from '../../../rules-library/edits/index.ts';
import { drawing } from '../drawing.ts';

const start = drawing({ n1: 'order.received', n2: 'mark-rush' }, ['n1.next>n2']);

describe('document', () => {
  it('undoes a drag of several blocks in one step', () => {
    const document = createDocument(start);
    document.change({ type: 'move-nodes', to: { n1: { x: 50, y: 5 }, n2: { x: 50, y: 165 } } });
    expect(document.store.getState().past).toHaveLength(1);
    document.undo();
    expect(document.store.getState().flow).toEqual(start);
    document.redo();
    expect(document.store.getState().flow.layout.n1).toEqual({ x: 50, y: 5 });
  });

  it('takes quick typing in one field as one step, and a pause or leaving the field as its end', () => {
    let now = 0;
    const document = createDocument(start, () => now);
    const type = (tag: string) =>
      document.change({ type: 'set-params', node: 'n2', params: { tag } }, 'param:n2:tag');
    for (const tag of ['急', '急件', '急件单']) {
      now += 300;
      type(tag);
    }
    expect(document.store.getState().past).toHaveLength(1);
    now += 5000;
    type('大件');
    expect(document.store.getState().past).toHaveLength(2);
    document.seal();
    type('小件');
    expect(document.store.getState().past).toHaveLength(3);
    document.undo();
    document.undo();
    expect(document.store.getState().flow.nodes[1]!.params).toEqual({ tag: '急件单' });
    document.undo();
    expect(document.store.getState().flow).toEqual(start);
  });

  it('makes no step of what changes nothing', () => {
    const document = createDocument(start);
    expect(document.change({ type: 'remove-edge', edge: 'nobody' })).toBe(false);
    expect(document.store.getState().past).toHaveLength(0);
  });

  it('comes back to where it began after any gestures, and forward to where it was', () => {
    const place = fc.record({ x: fc.integer(), y: fc.integer() });
    const id = fc.constantFrom('n1', 'n2', 'n3');
    const edit: fc.Arbitrary<FlowEdit> = fc.oneof(
      fc.record({ type: fc.constant('move-nodes' as const), to: fc.dictionary(id, place) }),
      fc.record({ type: fc.constant('remove-nodes' as const), nodes: fc.array(id, { maxLength: 2 }) }),
      fc.record({
        type: fc.constant('add-node' as const),
        node: fc.record({
          id,
          kind: fc.constant('mark-rush'),
          version: fc.constant(1),
          params: fc.constant({}),
        }),
        place,
      }),
      fc.record({
        type: fc.constant('set-params' as const),
        node: id,
        params: fc.record({ tag: fc.string({ maxLength: 3 }) }),
      }),
    );
    const gesture = fc.tuple(
      edit,
      fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      fc.nat({ max: 3000 }),
    );
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 40 }), (gestures) => {
        let now = 0;
        const document = createDocument(start, () => now);
        for (const [one, group, pause] of gestures) {
          now += pause;
          document.change(one, group);
        }
        const end = document.store.getState().flow;
        while (document.store.getState().past.length > 0) document.undo();
        expect(document.store.getState().flow).toEqual(start);
        while (document.store.getState().future.length > 0) document.redo();
        expect(document.store.getState().flow).toEqual(end);
      }),
      { numRuns: 300 },
    );
  });
});
