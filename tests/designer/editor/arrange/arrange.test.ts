import { describe, expect, it } from 'vitest';
import ELK from 'elkjs/lib/elk.bundled.js';
import { alignEdit, type Box } from '../../../../designer/editor/arrange/align.ts';
import { frameEdit } from '../../../../designer/editor/arrange/frame.ts';
import { tidyEdit } from '../../../../designer/editor/arrange/tidy.ts';
import { applyEdit } from '../../../../rules-library/edits/index.ts';
import { vocabulary } from '../../../../rules-library/index.ts';
import type { Flow } from '../../../../rules-library/schema/flow.ts';
import { drawing } from '../../drawing.ts';

const boxes: Box[] = [
  { id: 'a', x: 0, y: 0, width: 100, height: 50 },
  { id: 'b', x: 40, y: 100, width: 60, height: 50 },
  { id: 'c', x: 300, y: 90, width: 200, height: 70 },
];
const xs = (how: Parameters<typeof alignEdit>[1]) => {
  const edit = alignEdit(boxes, how);
  return edit?.type === 'move-nodes' ? edit.to : undefined;
};

describe('chosen blocks', () => {
  it('are brought in line at edges and middles; what stands right is not moved', () => {
    expect(xs('left')).toEqual({ b: { x: 0, y: 100 }, c: { x: 0, y: 90 } });
    expect(xs('right')).toEqual({ a: { x: 400, y: 0 }, b: { x: 440, y: 100 } });
    expect(xs('centre')).toEqual({ a: { x: 200, y: 0 }, b: { x: 220, y: 100 }, c: { x: 150, y: 90 } });
    expect(xs('bottom')).toEqual({ a: { x: 0, y: 110 }, b: { x: 40, y: 110 } });
    expect(alignEdit(boxes.slice(0, 1), 'left')).toBeUndefined();
  });

  it('are spaced evenly between the outermost two', () => {
    expect(xs('across')).toEqual({ b: { x: 170, y: 100 } });
    expect(alignEdit(boxes.slice(0, 2), 'across')).toBeUndefined();
  });

  it('get a frame around them with room for its title', () => {
    const flow = drawing({ a: 'mark-rush' });
    const placed = frameEdit(flow, boxes)!;
    const { nodes, layout } = applyEdit(flow, placed.edit);
    expect(nodes.at(-1)).toMatchObject({ kind: 'group', params: { width: 548, height: 232 } });
    expect(layout[placed.node]).toEqual({ x: -24, y: -48 });
    expect(frameEdit(flow, [])).toBeUndefined();
  });
});

describe('a drawing that is tidied', () => {
  const elk = new ELK();
  const layout = (graph: Parameters<typeof elk.layout>[0]) => elk.layout(graph);
  const flow: Flow = {
    ...drawing(
      {
        t: 'order.received',
        k: 'condition-group',
        y: 'mark-rush',
        n: 'hold-order',
        z: 'add-note',
        w: 'note',
      },
      ['t.next>k', 'k.yes>y', 'k.no>n', 'y.next>z', 'n.next>z'],
    ),
    layout: { t: { x: 100, y: 40 }, z: { x: 0, y: 0 }, w: { x: 7, y: 9 } },
  };

  it('runs from top to bottom, exits from left to right, nothing on top of anything, notes where they were', async () => {
    const tidy = applyEdit(flow, (await tidyEdit(flow, vocabulary, new Map(), layout))!);
    const at = (id: string) => tidy.layout[id]!;
    expect(at('t')).toEqual({ x: 100, y: 40 });
    expect(at('w')).toEqual({ x: 7, y: 9 });
    expect(at('k').y).toBeGreaterThan(at('t').y + 108);
    expect(at('y').y).toBe(at('n').y);
    expect(at('y').x + 232).toBeLessThan(at('n').x);
    expect(at('z').y).toBeGreaterThan(at('y').y + 108);
    expect(await tidyEdit(tidy, vocabulary, new Map(), layout)).toBeUndefined();
  });
});
