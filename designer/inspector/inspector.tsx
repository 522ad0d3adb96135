import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEditor, useFlow, useSession } from '../editor/editor-context.ts';
import { removeEdit } from '../editor/gestures.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { EdgeInspector } from './edge-inspector.tsx';
import { FlowInspector } from './flow-inspector.tsx';
import './inspector.css';
import { inspectorTexts } from './inspector.texts.ts';
import { NodeInspector } from './node-inspector.tsx';

/** The settings of what is chosen: one block, one join, several blocks, or the whole flow. */
export function Inspector() {
  const flow = useFlow();
  const nodes = useSession((session) => session.nodes);
  const edges = useSession((session) => session.edges);
  const node = nodes.length === 1 ? flow.nodes.find(({ id }) => id === nodes[0]) : undefined;
  const edge =
    nodes.length === 0 && edges.length === 1 ? flow.edges.find(({ id }) => id === edges[0]) : undefined;
  return (
    <div className="inspector" data-testid="inspector">
      {node !== undefined ? (
        <NodeInspector key={node.id} node={node} />
      ) : edge !== undefined ? (
        <EdgeInspector edge={edge} />
      ) : nodes.length > 1 ? (
        <SomeInspector nodes={nodes} edges={edges} />
      ) : (
        <FlowInspector />
      )}
    </div>
  );
}

function SomeInspector({ nodes, edges }: { nodes: readonly string[]; edges: readonly string[] }) {
  const t = useTexts(inspectorTexts);
  const { document, mayEdit } = useEditor();
  return (
    <>
      <h2>{t('someChosen', { count: nodes.length })}</h2>
      <p className="soft">{t('someHelp')}</p>
      {mayEdit ? (
        <Button
          danger
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => document.change(removeEdit(nodes, edges))}
        >
          {t('removeSome')}
        </Button>
      ) : null}
    </>
  );
}
