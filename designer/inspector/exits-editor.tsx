import { CloseOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import type { Port } from '../../rules-library/define/block.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode, Problem } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow } from '../editor/editor-context.ts';
import { joinEdit } from '../editor/gestures.ts';
import { joinRefusal } from '../editor/joins.ts';
import { portsOf } from '../editor/ports.ts';
import { readingOrder } from '../editor/reading-order.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { inspectorTexts } from './inspector.texts.ts';

const openTexts = { nothing: 'openNothing', error: 'openError', unknown: 'openUnknown' } as const;

/** Where each exit leads, and joining without a pointer: the same as dragging from the pill. */
export function ExitsEditor({ node, problems }: { node: FlowNode; problems: readonly Problem[] }) {
  const t = useTexts(inspectorTexts);
  const ports = portsOf(node, vocabulary);
  if (ports.length === 0) return null;
  return (
    <section className="exits" aria-label={t('exits')}>
      <h3 className="field-label">{t('exits')}</h3>
      {ports.map((port) => (
        <Exit
          key={port.id}
          node={node}
          port={port}
          problems={problems.filter(({ code, path }) => code === 'unconnected' && path === port.id)}
        />
      ))}
    </section>
  );
}

interface ExitProps {
  node: FlowNode;
  port: Port;
  problems: readonly Problem[];
}

function Exit({ node, port, problems }: ExitProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const flow = useFlow();
  const { document, mayEdit } = useEditor();
  const numbers = readingOrder(flow, vocabulary);
  const nameOf = (id: string): string => {
    const found = flow.nodes.find((one) => one.id === id);
    const name = found === undefined ? id : text(nodeName(found, vocabulary));
    return `${numbers.get(id) ?? ''} ${name}`.trim();
  };
  const label = text(port.label);
  const edges = flow.edges.filter(({ from }) => from.node === node.id && from.port === port.id);
  const from = { node: node.id, port: port.id };
  const options = flow.nodes
    .filter(({ id }) => joinRefusal(flow, vocabulary, { from, to: id }) === undefined)
    .map(({ id }) => ({ value: id, label: nameOf(id) }));
  return (
    <div className="exit" data-port={port.id}>
      <span className="exit-port">{label}</span>
      <div className="exit-ways">
        {edges.map(({ id, to }) => (
          <span key={id} className="exit-way">
            {nameOf(to)}
            {mayEdit && id !== undefined ? (
              <button
                type="button"
                className="exit-part"
                aria-label={t('unjoin', { name: nameOf(to) })}
                onClick={() => document.change({ type: 'remove-edge', edge: id })}
              >
                <CloseOutlined aria-hidden />
              </button>
            ) : null}
          </span>
        ))}
        {mayEdit ? (
          <Select
            className="exit-select"
            size="small"
            variant="borderless"
            aria-label={t('joinPort', { port: label })}
            value={null}
            placeholder={edges.length === 0 ? t(openTexts[port.unconnected]) : t('joinTo')}
            options={options}
            popupMatchSelectWidth={false}
            disabled={options.length === 0}
            onChange={(to: string) => document.change(joinEdit(document.store.getState().flow, { from, to }))}
          />
        ) : edges.length === 0 ? (
          <span className="faint">{t(openTexts[port.unconnected])}</span>
        ) : null}
        {problems.map((problem) => (
          <p key={problem.text.en} className="field-problem" role="alert">
            {text(problem.text)}
          </p>
        ))}
      </div>
    </div>
  );
}
