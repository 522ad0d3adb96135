import { type Node, type NodeProps, useReactFlow } from '@xyflow/react';
import { memo, type PointerEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { canvasTexts } from './canvas.texts.ts';
import type { BlockNodeData } from './block-node.tsx';

export type NoteFlowNode = Node<BlockNodeData, 'note'>;

interface Size {
  width: number;
  height: number;
}

/** A frame has a size of its own; words alone take the room they need. */
export function frameOf(params: Record<string, unknown>): Size | undefined {
  const { width, height } = params;
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}

/** Words for colleagues, or a frame around some blocks. Takes no part in the rule. */
export const NoteNode = memo(function NoteNode({ id, data, selected }: NodeProps<NoteFlowNode>) {
  const { node } = data;
  const t = useTexts(canvasTexts);
  const { mayEdit, document } = useEditor();
  const [resized, setResized] = useState<Size | null>(null);
  const frame = resized ?? frameOf(node.params);
  const words = typeof node.params.text === 'string' ? node.params.text : '';
  return (
    <div
      className={`${frame === undefined ? 'note' : 'frame'} ${selected ? 'block-chosen' : ''}`}
      style={frame}
      data-testid={`node-${id}`}
      data-kind={node.kind}
    >
      <p className={words === '' ? 'faint' : ''}>
        {words === '' ? t(frame === undefined ? 'emptyNote' : 'emptyGroup') : words}
      </p>
      {frame !== undefined && selected && mayEdit ? (
        <FrameCorner
          size={frame}
          onResize={setResized}
          onDone={(size) => {
            document.change({ type: 'set-params', node: id, params: { ...node.params, ...size } });
            setResized(null);
          }}
        />
      ) : null}
    </div>
  );
});

interface FrameCornerProps {
  size: Size;
  onResize: (size: Size) => void;
  onDone: (size: Size) => void;
}

const least = { width: 120, height: 80 };

/** The corner by which a frame is made larger or smaller. */
function FrameCorner({ size, onResize, onDone }: FrameCornerProps) {
  const t = useTexts(canvasTexts);
  const { getZoom } = useReactFlow();
  const [from, setFrom] = useState<{ x: number; y: number; size: Size } | null>(null);
  const sizeAt = ({ clientX, clientY }: PointerEvent): Size => {
    if (from === null) return size;
    const zoom = getZoom();
    return {
      width: Math.max(least.width, Math.round(from.size.width + (clientX - from.x) / zoom)),
      height: Math.max(least.height, Math.round(from.size.height + (clientY - from.y) / zoom)),
    };
  };
  return (
    <span
      className="frame-corner nodrag nopan"
      title={t('resize')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, y: event.clientY, size });
      }}
      onPointerMove={(event) => (from === null ? undefined : onResize(sizeAt(event)))}
      onPointerUp={(event) => {
        if (from !== null) onDone(sizeAt(event));
        setFrom(null);
      }}
    />
  );
}
