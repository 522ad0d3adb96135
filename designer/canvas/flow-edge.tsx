import { CloseOutlined } from '@ant-design/icons';
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import { useEditor, useSession } from '../editor/editor-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { canvasTexts } from './canvas.texts.ts';

export type JoinEdge = Edge<Record<string, never>, 'join'>;

/** How near the pointer has to come to a join, px on both sides together. */
const reach = 26;

/** A join. Chosen or hovered it shows a button that takes it away; a block from the palette can be dropped on it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<JoinEdge>) {
  const { id, selected = false, markerEnd } = props;
  const t = useTexts(canvasTexts);
  const { document, mayEdit } = useEditor();
  const dropping = useSession(({ dropEdge }) => dropEdge === id);
  const [path, labelX, labelY] = getBezierPath(props);
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={reach}
        className={`join ${selected ? 'join-chosen' : ''} ${dropping ? 'join-dropping' : ''}`}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      {mayEdit ? (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={`join-remove nodrag nopan ${selected ? 'join-remove-shown' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            aria-label={t('removeJoin')}
            title={t('removeJoin')}
            data-edge={id}
            tabIndex={selected ? 0 : -1}
            onClick={() => document.change({ type: 'remove-edge', edge: id })}
          >
            <CloseOutlined aria-hidden />
          </button>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});
