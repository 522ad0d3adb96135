import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { nodeSize, placeOf } from '../editor/placing.ts';

/** Brings a block that was chosen elsewhere (a problem, a link, the keyboard) into sight. */
export function useShowChosen(): void {
  const { document, session } = useEditor();
  const { getViewport, setCenter } = useReactFlow();
  useEffect(
    () =>
      session.subscribe(({ nodes, moving }, before) => {
        const [id] = nodes;
        if (nodes === before.nodes || nodes.length !== 1 || id === undefined || moving !== null) return;
        const pane = window.document.querySelector('.canvas')?.getBoundingClientRect();
        if (pane === undefined) return;
        const { x, y } = placeOf(document.store.getState().flow, id);
        const view = getViewport();
        const left = x * view.zoom + view.x;
        const top = y * view.zoom + view.y;
        const fits =
          left > 0 &&
          top > 0 &&
          left + nodeSize.width * view.zoom < pane.width &&
          top + nodeSize.height * view.zoom < pane.height;
        if (fits) return;
        const duration = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
        void setCenter(x + nodeSize.width / 2, y + nodeSize.height / 2, { zoom: view.zoom, duration });
      }),
    [document, session, getViewport, setCenter],
  );
}
