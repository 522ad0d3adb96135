import { AppstoreAddOutlined, CloseOutlined, SlidersOutlined } from '@ant-design/icons';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Button } from 'antd';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { FlowView } from '../../rules-library/contract/flows.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { FindingList } from '../findings/finding-list.tsx';
import { findingsTexts } from '../findings/findings.texts.ts';
import { useFindings } from '../findings/use-findings.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { DragGhost } from '../palette/drag-ghost.tsx';
import { Palette } from '../palette/palette.tsx';
import { PublishSheet } from '../publish/publish-sheet.tsx';
import { EditorContext, type Editor, useEditor, useSession } from './editor-context.ts';
import { EditorHeader } from './editor-header.tsx';
import './editor.css';
import { editorTexts } from './editor.texts.ts';
import { EmptyCanvas } from './empty-canvas.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { MovedSheet } from './moved-sheet.tsx';
import { ReadView } from './read-view.tsx';
import { selectNode } from './session-store.ts';

export interface EditorScreenProps {
  editor: Editor;
  view: FlowView;
  mayPublish: boolean;
  onKeep: (flow: Flow) => Promise<void>;
}

/** Where panels lie over the canvas instead of beside it, px. */
const narrowAt = 960;

/** The designer: palette, canvas, inspector, and the heading above them. */
export function EditorScreen({ editor, ...props }: EditorScreenProps) {
  return (
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <Layout {...props} />
      </ReactFlowProvider>
    </EditorContext>
  );
}

function Layout({ view, mayPublish, onKeep }: Omit<EditorScreenProps, 'editor'>) {
  const t = useTexts(editorTexts);
  const { session, autosave, mayEdit } = useEditor();
  const narrow = useNarrow(narrowAt);
  const shown = useSession((state) => state.view);
  const { fitView } = useReactFlow();
  useOpenInspector(narrow);
  const publish = async (): Promise<void> => {
    // What is published is what is seen: everything is on the server first.
    if (!mayEdit || (await autosave.flush())) session.setState({ publishing: true });
  };
  const fit = (): void => {
    // After the new blocks are drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => void fitView({ padding: 0.2, maxZoom: 1 })));
  };
  return (
    <main className={`editor ${narrow ? 'editor-narrow' : ''}`}>
      <EditorHeader view={view} mayPublish={mayPublish} onPublish={() => void publish()} />
      <div className="editor-body">
        {shown === 'read' ? (
          <ReadView />
        ) : (
          <>
            {mayEdit ? (
              <Panel side="palette" narrow={narrow} label={t('openPalette')}>
                <Palette />
              </Panel>
            ) : null}
            <div className="editor-canvas">
              <Canvas narrow={narrow} />
              <EmptyCanvas onDrawn={fit} />
              {narrow ? (
                <div className="editor-drawers">
                  {mayEdit ? (
                    <Button
                      icon={<AppstoreAddOutlined aria-hidden />}
                      onClick={() => session.setState({ drawer: 'palette' })}
                    >
                      {t('openPalette')}
                    </Button>
                  ) : null}
                  <Button
                    icon={<SlidersOutlined aria-hidden />}
                    onClick={() => session.setState({ drawer: 'inspector' })}
                  >
                    {t('openInspector')}
                  </Button>
                </div>
              ) : null}
            </div>
            <Panel side="inspector" narrow={narrow} label={t('settingsPanel')}>
              <Inspector />
            </Panel>
          </>
        )}
      </div>
      <DragGhost />
      <LeaveGuard />
      <MovedSheet onKeep={onKeep} onTaken={fit} />
      {mayPublish ? <Publishing /> : null}
    </main>
  );
}

/** The sheet that makes this drawing live. */
function Publishing() {
  const { session, autosave, flowId } = useEditor();
  const publishing = useSession((state) => state.publishing);
  const close = (): void => session.setState({ publishing: false });
  // The same list while the sheet is open: it is read once.
  const flows = useMemo(
    () => (publishing ? [{ id: flowId, version: autosave.savedVersion }] : []),
    [publishing, flowId, autosave],
  );
  return (
    <PublishSheet
      open={publishing}
      onClose={close}
      flows={flows}
      beside={<PublishFindings />}
      onJump={(_, node) => {
        close();
        if (node !== undefined) selectNode(session, node);
      }}
    />
  );
}

/** What the analysis found, beside what the server says. */
function PublishFindings() {
  const t = useTexts(findingsTexts);
  const findings = useFindings((state) => state.findings);
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <h4>{t('title')}</h4>
      <FindingList findings={findings} />
    </section>
  );
}

interface PanelProps {
  side: 'palette' | 'inspector';
  narrow: boolean;
  label: string;
  children: ReactNode;
}

/** Beside the canvas where there is room, else a drawer over it. */
function Panel({ side, narrow, label, children }: PanelProps) {
  const t = useTexts(editorTexts);
  const { session } = useEditor();
  const open = useSession(({ drawer }) => drawer === side);
  const dragging = useSession(({ dragged }) => dragged !== null);
  const close = (): void => session.setState({ drawer: null });
  if (!narrow) {
    return (
      <aside className={`panel panel-${side}`} aria-label={label}>
        {children}
      </aside>
    );
  }
  if (!open) return null;
  return (
    <>
      {dragging ? null : <div className="panel-back" onClick={close} aria-hidden />}
      <aside
        className={`panel panel-over panel-${side} ${dragging ? 'panel-away' : ''}`}
        aria-label={label}
        onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}
      >
        <div className="panel-close">
          <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={close}>
            {t('closePanel')}
          </Button>
        </div>
        {children}
      </aside>
    </>
  );
}

/** On a narrow screen, choosing a block by a tap opens its settings. */
function useOpenInspector(narrow: boolean): void {
  const { session } = useEditor();
  useEffect(() => {
    if (!narrow) return undefined;
    const onClick = (event: MouseEvent): void => {
      const block = (event.target as Element).closest?.('.react-flow__node');
      if (block !== null && block !== undefined) session.setState({ drawer: 'inspector' });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [narrow, session]);
}
