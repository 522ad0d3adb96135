import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowEdge } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow } from '../editor/editor-context.ts';
import { portsOf } from '../editor/ports.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { inspectorTexts } from './inspector.texts.ts';

/** One join, in words. */
export function EdgeInspector({ edge }: { edge: FlowEdge }) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const flow = useFlow();
  const { document, mayEdit } = useEditor();
  const source = flow.nodes.find(({ id }) => id === edge.from.node);
  const target = flow.nodes.find(({ id }) => id === edge.to);
  const port =
    source === undefined ? undefined : portsOf(source, vocabulary).find(({ id }) => id === edge.from.port);
  return (
    <>
      <h2>{t('join')}</h2>
      <p className="soft">
        {t('joinSays', {
          from: source === undefined ? edge.from.node : text(nodeName(source, vocabulary)),
          port: port === undefined ? edge.from.port : text(port.label),
          to: target === undefined ? edge.to : text(nodeName(target, vocabulary)),
        })}
      </p>
      {mayEdit && edge.id !== undefined ? (
        <div className="inspector-foot">
          <Button
            type="text"
            danger
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => document.change({ type: 'remove-edge', edge: edge.id! })}
          >
            {t('removeJoin')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
