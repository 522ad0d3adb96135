import { StopOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { vocabulary } from '../../rules-library/index.ts';
import { useEditor, useSession } from '../editor/editor-context.ts';
import { joinRefusal } from '../editor/joins.ts';
import { useText } from '../i18n/use-texts.ts';

/** How long the sentence stays after the hand let go. */
const stayMs = 4000;

/** Why a join is refused: a sentence at the pointer, while it is drawn and a little after. */
export function RefusalTip() {
  const { document: drawing, session } = useEditor();
  const text = useText();
  const joining = useSession((state) => state.joining);
  const refusal = useSession((state) => state.refusal);

  useEffect(() => {
    if (joining === null) return undefined;
    const follow = ({ clientX: x, clientY: y }: PointerEvent): void => {
      const over = document
        .elementsFromPoint(x, y)
        .map((element) => element.closest<HTMLElement>('.react-flow__node'))
        .find((element) => element !== null);
      const to = over?.dataset.id;
      const { flow } = drawing.store.getState();
      const why = to === undefined ? undefined : joinRefusal(flow, vocabulary, { from: joining, to });
      // Right over the block one starts from, nothing is refused yet.
      const early = to === joining.node && session.getState().refusal === null && isNear(x, y, joining);
      session.setState({ refusal: why === undefined || early ? null : { text: why, x, y } });
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, [joining, drawing, session]);

  useEffect(() => {
    if (joining !== null || refusal === null) return undefined;
    const timer = setTimeout(() => session.setState({ refusal: null }), stayMs);
    return () => clearTimeout(timer);
  }, [joining, refusal, session]);

  return createPortal(
    <div aria-live="polite" className="refusal-region">
      {refusal === null ? null : (
        <div className="refusal" style={{ left: refusal.x, top: refusal.y }} data-testid="join-refusal">
          <StopOutlined aria-hidden />
          {text(refusal.text)}
        </div>
      )}
    </div>,
    document.body,
  );
}

/** Whether the pointer is still at the exit it started from. */
function isNear(x: number, y: number, { node, port }: { node: string; port: string }): boolean {
  const pill = document.querySelector(
    `.react-flow__node[data-id="${CSS.escape(node)}"] [data-port="${CSS.escape(port)}"]`,
  );
  const box = pill?.getBoundingClientRect();
  if (box === undefined) return false;
  return x > box.left - 12 && x < box.right + 12 && y > box.top - 12 && y < box.bottom + 12;
}
