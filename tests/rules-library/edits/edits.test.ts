import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, invertEdit, type FlowEdit } from '../../../rules-library/edits/index.ts';
import { flowSchema, type Flow, type FlowCase, type FlowNode } from '../../../rules-library/schema/flow.ts';

// Few ids, so that edits often meet what is there, and often miss it.
const nodeId = fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5', 'n6');
const edgeId = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5');
const port = fc.constantFrom('next', 'yes', 'no');
const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const text = fc.record({ zh: fc.string({ maxLength: 5 }), en: fc.string({ maxLength: 5 }) });
const params = fc.dictionary(fc.constantFrom('a', 'b', 'text'), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 2,
});
const node: fc.Arbitrary<FlowNode> = fc.record(
  {
    id: nodeId,
    kind: fc.constantFrom('order.received', 'mark-rush'),
    version: fc.constant(1),
    title: text,
    params,
  },
  { requiredKeys: ['id', 'kind', 'version', 'params'] },
);
const edge = fc.record({
  id: edgeId,
  from: fc.record({ node: nodeId, port }),
  to: nodeId,
  order: fc.integer({ min: 1, max: 3 }),
});
const index = fc.nat({ max: 6 });
const caseId = fc.constantFrom('k1', 'k2', 'k3');
const kept = fc.record({
  id: caseId,
  name: text,
  event: fc.constant('order.received'),
  stage: fc.constant(null),
  facts: params,
  expect: fc.record({ events: fc.constant<FlowCase['expect']['events']>([]) }),
});

const single: fc.Arbitrary<FlowEdit> = fc.oneof(
  fc.record(
    { type: fc.constant('add-node' as const), node, place, index },
    { requiredKeys: ['type', 'node', 'place'] },
  ),
  fc.record({
    type: fc.constant('remove-nodes' as const),
    nodes: fc.array(nodeId, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('move-nodes' as const),
    to: fc.dictionary(nodeId, fc.option(place), { minKeys: 1, maxKeys: 3 }),
  }),
  fc.record({ type: fc.constant('add-edge' as const), edge, index }, { requiredKeys: ['type', 'edge'] }),
  fc.record({ type: fc.constant('remove-edge' as const), edge: edgeId }),
  fc.record(
    { type: fc.constant('insert-on-edge' as const), edge: edgeId, node, place, port, onward: edgeId },
    { requiredKeys: ['type', 'edge', 'node', 'place', 'onward'] },
  ),
  fc.record({ type: fc.constant('set-params' as const), node: nodeId, params }),
  fc.record(
    { type: fc.constant('set-title' as const), node: nodeId, title: text },
    { requiredKeys: ['type', 'node'] },
  ),
  fc.record({ type: fc.constant('set-name' as const), name: text }),
  fc.record({ type: fc.constant('set-rank' as const), rank: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record(
    { type: fc.constant('add-case' as const), case: kept, index },
    { requiredKeys: ['type', 'case'] },
  ),
  fc.record({ type: fc.constant('remove-case' as const), case: caseId }),
);
const edit: fc.Arbitrary<FlowEdit> = fc.oneof(
  { weight: 5, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('batch' as const), edits: fc.array(single, { maxLength: 4 }) }),
  },
);

/** Drawings with joins into nothing, places of nothing and repeated ids too: drafts of other programs may hold them. */
const flow: fc.Arbitrary<Flow> = fc.record({
  schema: fc.constant(1 as const),
  id: fc.constant('some-flow'),
  name: text,
  rank: fc.integer({ min: 1, max: 10_000 }),
  nodes: fc.array(node, { maxLength: 5 }),
  edges: fc.uniqueArray(edge, { maxLength: 5, selector: ({ id }) => id }),
  layout: fc.dictionary(nodeId, place, { maxKeys: 5 }),
  cases: fc.constant([]),
});

describe('edits of a drawing', () => {
  it('are undone by their inverse, whatever the drawing', () => {
    fc.assert(
      fc.property(flow, edit, (before, one) => {
        const inverse = invertEdit(before, one);
        const after = applyEdit(before, one);
        if (inverse === undefined) expect(after).toBe(before);
        else expect(applyEdit(after, inverse)).toEqual(before);
      }),
      { numRuns: 3000 },
    );
  });

  it('come back step by step over long sequences, and forward again', () => {
    fc.assert(
      fc.property(flow, fc.array(edit, { maxLength: 30 }), (start, edits) => {
        const states = [start];
        const undo: FlowEdit[] = [];
        for (const one of edits) {
          const now = states.at(-1)!;
          const inverse = invertEdit(now, one);
          if (inverse === undefined) continue;
          undo.push(inverse);
          states.push(applyEdit(now, one));
        }
        let now = states.at(-1)!;
        const redo: FlowEdit[] = [];
        for (let step = undo.length - 1; step >= 0; step--) {
          const again = invertEdit(now, undo[step]!);
          // An edit may change nothing (the same name again); then there is nothing to see either way.
          if (again !== undefined) redo.unshift(again);
          now = applyEdit(now, undo[step]!);
          expect(now).toEqual(states[step]);
        }
        for (const one of redo) now = applyEdit(now, one);
        expect(now).toEqual(states.at(-1));
      }),
      { numRuns: 500 },
    );
  });

  it('never change the drawing they are given', () => {
    fc.assert(
      fc.property(flow, edit, (before, one) => {
        const copy = structuredClone(before);
        invertEdit(before, one);
        applyEdit(before, one);
        expect(before).toEqual(copy);
      }),
      { numRuns: 500 },
    );
  });

  it('keep a drawing within its schema', () => {
    fc.assert(
      fc.property(flow, fc.array(edit, { maxLength: 10 }), (start, edits) => {
        expect(flowSchema.safeParse(edits.reduce(applyEdit, start)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('put a block into a join: in by the old one, on by a new one', () => {
    const before = drawn();
    const after = applyEdit(before, {
      type: 'insert-on-edge',
      edge: 'e1',
      node: { id: 'n3', kind: 'condition-group', version: 1, params: {} },
      place: { x: 0, y: 80 },
      port: 'yes',
      onward: 'e2',
    });
    expect(after.edges).toEqual([
      { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n3', order: 2 },
      { id: 'e2', from: { node: 'n3', port: 'yes' }, to: 'n2', order: 1 },
    ]);
    expect(after.layout.n3).toEqual({ x: 0, y: 80 });
  });

  it('take the joins of a removed block along', () => {
    const after = applyEdit(drawn(), { type: 'remove-nodes', nodes: ['n2'] });
    expect(after.nodes.map(({ id }) => id)).toEqual(['n1']);
    expect(after.edges).toEqual([]);
    expect(after.layout).toEqual({ n1: { x: 0, y: 0 } });
  });
});

function drawn(): Flow {
  return {
    schema: 1,
    id: 'some-flow',
    name: { zh: '规则', en: 'Rule' },
    rank: 100,
    nodes: [
      { id: 'n1', kind: 'order.received', version: 1, params: {} },
      { id: 'n2', kind: 'mark-rush', version: 1, params: {} },
    ],
    edges: [{ id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2', order: 2 }],
    layout: { n1: { x: 0, y: 0 }, n2: { x: 0, y: 160 } },
    cases: [],
  };
}
