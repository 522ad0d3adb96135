import { vocabulary } from '../../rules-library/index.ts';
import { toneOf } from '../canvas/tones.ts';
import { useSession } from '../editor/editor-context.ts';
import { useText } from '../i18n/use-texts.ts';

/** The block at the pointer while it is dragged out of the palette. */
export function DragGhost() {
  const text = useText();
  const dragged = useSession((session) => session.dragged);
  const block = vocabulary.blocks.get(dragged?.kind ?? '');
  if (dragged === null || block === undefined) return null;
  return (
    <div
      className={`palette-ghost tone-${toneOf(block)}`}
      style={{ transform: `translate(${dragged.x}px, ${dragged.y}px)` }}
      aria-hidden
    >
      <span className="palette-dot" />
      {text(block.label)}
    </div>
  );
}
