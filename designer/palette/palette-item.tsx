import { type PointerEvent, useRef } from 'react';
import type { BlockDefinition } from '../../rules-library/define/block.ts';
import { toneOf } from '../canvas/tones.ts';
import { useEditor } from '../editor/editor-context.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { paletteTexts } from './palette.texts.ts';
import { useDrop } from './use-drop.ts';

/** How far the pointer has to go before a press is a drag, px. */
const threshold = 4;

interface Press {
  pointer: number;
  x: number;
  y: number;
  dragging: boolean;
}

/** A block in the palette: dragged by mouse, pen or finger; a press or Enter adds it after what is chosen. */
export function PaletteItem({ block, onAdded }: { block: BlockDefinition; onAdded?: () => void }) {
  const text = useText();
  const t = useTexts(paletteTexts);
  const { session } = useEditor();
  const { drop, add, edgeAt } = useDrop();
  const press = useRef<Press | null>(null);

  const onMove = (event: PointerEvent<HTMLButtonElement>): void => {
    const held = press.current;
    if (held === null || held.pointer !== event.pointerId || event.buttons === 0) return;
    const { clientX: x, clientY: y } = event;
    held.dragging ||= Math.hypot(x - held.x, y - held.y) > threshold;
    if (held.dragging)
      session.setState({ dragged: { kind: block.kind, x, y }, dropEdge: edgeAt(block, x, y) });
  };
  const onRelease = (event: PointerEvent<HTMLButtonElement>): void => {
    if (press.current?.dragging !== true) return;
    session.setState({ dragged: null, dropEdge: null });
    if (event.type !== 'pointerup') return;
    drop(block, event.clientX, event.clientY);
    onAdded?.();
  };

  return (
    <button
      type="button"
      className={`palette-item tone-${toneOf(block)}`}
      data-testid={`palette-${block.kind}`}
      title={text(block.help)}
      aria-description={t('hint')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, dragging: false };
      }}
      onPointerMove={onMove}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onClick={(event) => {
        // A drag ends with a click too, which adds nothing; a key has no pointer.
        const dragged = press.current?.dragging === true && event.detail !== 0;
        press.current = null;
        if (dragged) return;
        add(block);
        onAdded?.();
      }}
    >
      <span className="palette-dot" aria-hidden />
      <span className="palette-name">{text(block.label)}</span>
    </button>
  );
}
