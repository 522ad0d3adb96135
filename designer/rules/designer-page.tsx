import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { FlowView } from '../../rules-library/contract/flows.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Page } from '../app/page.tsx';
import { useMayPress, useSession } from '../app/session.ts';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { createEditor, type Editor } from '../editor/editor-context.ts';
import { EditorScreen } from '../editor/editor.tsx';
import { selectNode } from '../editor/session-store.ts';
import { useKeepSafe } from '../editor/use-keep-safe.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { mayDraw } from './may-draw.ts';
import './rules.css';
import { rulesTexts } from './rules.texts.ts';
import { createFlow, saveFlow, useFlowView } from './use-flows.ts';

/** The designer of one flow. */
export function DesignerPage() {
  const { id = '' } = useParams();
  const t = useTexts(rulesTexts);
  const view = useFlowView(id);
  if (view.data !== undefined) return <OpenDesigner key={id} view={view.data} />;
  return (
    <Page title={t('title')}>
      {view.isError ? (
        <ErrorState
          error={view.error}
          onRetry={() => void view.refetch()}
          wayRound={
            <Link to="/rules">
              <Button type="link">{t('toList')}</Button>
            </Link>
          }
        />
      ) : (
        <div className="designer-wait">
          <Skeleton rows={8} height={30} />
          <Skeleton rows={3} height={110} />
          <Skeleton rows={5} height={48} />
        </div>
      )}
    </Page>
  );
}

function OpenDesigner({ view }: { view: FlowView }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const mayEdit = mayDraw(useSession());
  const mayPublish = useMayPress('publish-release');
  const [editor, setEditor] = useState<Editor | null>(null);
  const node = search.get('node');

  // A new store for each time it is opened, ended when it is left.
  useEffect(() => {
    const opened = createEditor({
      view,
      mayEdit,
      save: saveFlow,
      onSaved(saved) {
        queryClient.setQueryData(queryKeys.flow(saved.flow.id), saved);
        void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
      },
    });
    if (node !== null && view.flow.nodes.some(({ id }) => id === node)) selectNode(opened.session, node);
    setEditor(opened);
    return () => {
      void opened.autosave.flush();
      opened.close();
    };
    // Opened with what was read first; what is read later is taken over below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [queryClient, mayEdit]);

  useTakeOver(editor, view);
  useKeepSafe(editor);
  if (editor === null) return null;
  const onKeep = async (flow: Flow): Promise<void> => {
    const made = await createFlow(flow);
    queryClient.setQueryData(queryKeys.flow(made.flow.id), made);
    editor.autosave.abandon();
    // The other person's drawing stays what this address shows.
    await queryClient.invalidateQueries({ queryKey: queryKeys.flow(view.flow.id) });
    await navigate(`/rules/${encodeURIComponent(made.flow.id)}`);
  };
  return <EditorScreen editor={editor} view={view} mayPublish={mayPublish} onKeep={onKeep} />;
}

/** Somebody else saved while nothing was changed here: what they drew is shown. */
function useTakeOver(editor: Editor | null, view: FlowView): void {
  useEffect(() => {
    if (editor === null || view.version <= editor.autosave.savedVersion || !editor.autosave.isSafe) return;
    editor.autosave.adopt(view);
    editor.document.replace(view.flow);
  }, [editor, view]);
}
