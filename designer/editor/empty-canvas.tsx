import { ArrowRightOutlined } from '@ant-design/icons';
import type { FlowEdit } from '../../rules-library/edits/index.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { readyStarts, type ReadyStart } from '../rules/ready-starts.ts';
import { useEditor, useFlow, useSession } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';
import { isUnnamed } from './unnamed.ts';

/** What an empty canvas offers: three drawings, each one click. Dragging a block in makes it go. */
export function EmptyCanvas({ onDrawn }: { onDrawn: () => void }) {
  const t = useTexts(editorTexts);
  const text = useText();
  const flow = useFlow();
  const { document, mayEdit } = useEditor();
  const dragging = useSession(({ dragged }) => dragged !== null);
  if (flow.nodes.length > 0 || dragging) return null;
  if (!mayEdit) {
    return (
      <div className="empty-canvas">
        <p className="soft">{t('emptyOnly')}</p>
      </div>
    );
  }
  const draw = (start: ReadyStart): void => {
    document.change({
      type: 'batch',
      edits: [
        ...start.drawing.nodes.map((node): FlowEdit => ({
          type: 'add-node',
          node,
          place: start.drawing.layout[node.id] ?? { x: 0, y: 0 },
        })),
        ...start.drawing.edges.map((edge): FlowEdit => ({ type: 'add-edge', edge })),
        ...(isUnnamed(flow.name) ? [{ type: 'set-name', name: start.name } as const] : []),
      ],
    });
    onDrawn();
  };
  return (
    <div className="empty-canvas">
      <section className="empty-card" aria-label={t('emptyTitle')}>
        <h2>{t('emptyTitle')}</h2>
        <p className="soft">{t('emptyHelp')}</p>
        <ul className="starts">
          {readyStarts.map((start) => (
            <li key={start.id}>
              <button
                type="button"
                className="start"
                data-testid={`start-${start.id}`}
                onClick={() => draw(start)}
              >
                <span className="start-name">{text(start.name)}</span>
                <span className="start-help">{text(start.help)}</span>
                <ArrowRightOutlined aria-hidden className="start-arrow" />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
