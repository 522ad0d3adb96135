import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { BlockDefinition } from '../../rules-library/define/block.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { triggerOf } from '../editor/joins.ts';
import { placeAfter, placeAt, placeOnEdge, type Placed } from '../editor/placing.ts';
import { portsWith, takesInput } from '../editor/ports.ts';
import { selectNode } from '../editor/session-store.ts';
import { textOf } from '../i18n/text-of.ts';
import { paletteTexts } from './palette.texts.ts';

export interface Drop {
  /** The join under the pointer that this block can be put into. */
  edgeAt: (block: BlockDefinition, x: number, y: number) => string | null;
  /** Lets go of a block at a point of the window. */
  drop: (block: BlockDefinition, x: number, y: number) => void;
  /** Adds a block without a pointer: after what is chosen. */
  add: (block: BlockDefinition) => void;
}

/** Blocks from the palette land on the canvas: free, between two joined blocks, or after the chosen one. */
export function useDrop(): Drop {
  const { document: drawing, session } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const flow = () => drawing.store.getState().flow;
    const place = ({ edit, node }: Placed): void => {
      if (drawing.change(edit)) selectNode(session, node);
    };
    const secondTrigger = (block: BlockDefinition, x: number, y: number): boolean => {
      if (block.category !== 'trigger' || triggerOf(flow(), vocabulary) === undefined) return false;
      session.setState({ refusal: { text: textOf(paletteTexts, 'oneTrigger'), x, y } });
      return true;
    };
    const edgeAt: Drop['edgeAt'] = (block, x, y) => {
      if (!takesInput(block) || portsWith(block, block.initial).length === 0) return null;
      const over = document
        .elementsFromPoint(x, y)
        .map((element) => element.closest<SVGElement>('.react-flow__edge'))
        .find((element) => element !== null);
      return over?.dataset.id ?? null;
    };
    return {
      edgeAt,
      drop(block, x, y) {
        const pane = document.elementFromPoint(x, y)?.closest('.react-flow');
        if (pane === null || pane === undefined || secondTrigger(block, x, y)) return;
        const edge = edgeAt(block, x, y);
        const between = edge === null ? undefined : placeOnEdge(flow(), vocabulary, block, edge);
        place(between ?? placeAt(flow(), block, screenToFlowPosition({ x, y })));
      },
      add(block) {
        const pane = document.querySelector('.canvas')?.getBoundingClientRect();
        const middle = { x: (pane?.left ?? 0) + (pane?.width ?? 0) / 2, y: (pane?.top ?? 0) + 72 };
        if (secondTrigger(block, middle.x - 150, middle.y)) return;
        const { nodes } = session.getState();
        // On an empty canvas the first block stands in the middle of what is seen.
        if (flow().nodes.length === 0) place(placeAt(flow(), block, screenToFlowPosition(middle)));
        else place(placeAfter(flow(), vocabulary, block, nodes.length === 1 ? nodes[0] : undefined));
      },
    };
  }, [drawing, session, screenToFlowPosition]);
}
