import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode, Problem } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow, useProblems, useSession } from '../editor/editor-context.ts';
import { joinRefusal } from '../editor/joins.ts';
import { portsOf, takesInput } from '../editor/ports.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { canvasTexts } from './canvas.texts.ts';
import { PortPill } from './port-pill.tsx';
import { Sentence, useSentence } from './sentence.tsx';
import { toneOf } from './tones.ts';

export type BlockNodeData = { node: FlowNode; number: number | undefined };
export type BlockFlowNode = Node<BlockNodeData, 'block'>;

/** More exits than this need a wider face, so that their names can be read. */
const roomyPorts = 3;
const widthPerPort = 74;
const noProblems: readonly Problem[] = [];

/** The face of every block: what it is, what it does in words, what is missing, its exits by name. */
export const BlockNode = memo(function BlockNode({ id, data, selected }: NodeProps<BlockFlowNode>) {
  const { node, number } = data;
  const text = useText();
  const flow = useFlow();
  const segments = useSentence(node);
  const { mayEdit } = useEditor();
  const problems = useProblems(({ byNode }) => byNode.get(id)) ?? noProblems;
  const joining = useSession((session) => session.joining);
  const block = vocabulary.blocks.get(node.kind);
  const ports = useMemo(() => portsOf(node, vocabulary), [node]);
  const refused = useMemo(
    () => joining !== null && joinRefusal(flow, vocabulary, { from: joining, to: id }) !== undefined,
    [joining, flow, id],
  );
  const kind = block === undefined ? node.kind : text(block.label);
  const name = text(nodeName(node, vocabulary));
  const reach = joining === null || joining.node === id ? '' : refused ? 'block-refused' : 'block-offered';
  return (
    <div
      className={`block tone-${toneOf(block)} ${selected ? 'block-chosen' : ''} ${reach}`}
      style={ports.length > roomyPorts ? { width: ports.length * widthPerPort } : undefined}
      data-testid={`node-${id}`}
      data-kind={node.kind}
    >
      {block === undefined || takesInput(block) ? (
        <Handle
          type="target"
          id="in"
          position={Position.Top}
          className={`block-entry ${joining === null ? '' : 'block-entry-open'}`}
          isConnectableStart={false}
          data-port="in"
        />
      ) : null}
      <div className="block-head">
        <span className="block-kind">{name}</span>
        {name === kind ? null : <span className="block-under">{kind}</span>}
        <ProblemMark problems={problems} />
        {number === undefined ? null : (
          <span className="block-number" aria-hidden>
            {number}
          </span>
        )}
      </div>
      <p className="block-sentence">
        <Sentence segments={segments} />
      </p>
      {ports.length === 0 ? null : (
        <div className="block-ports">
          {ports.map((port) => (
            <PortPill
              key={port.id}
              node={id}
              port={port}
              only={ports.length === 1}
              joined={flow.edges.some(({ from }) => from.node === id && from.port === port.id)}
              mayEdit={mayEdit}
            />
          ))}
        </div>
      )}
    </div>
  );
});

function ProblemMark({ problems }: { problems: readonly Problem[] }) {
  const t = useTexts(canvasTexts);
  const text = useText();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const said = problems.map((problem) => text(problem.text)).join('\n');
  return (
    <span className={`block-problems ${errors > 0 ? 'block-errors' : ''}`} title={said}>
      {errors > 0 ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
      {errors > 0 ? t('problems', { count: errors }) : t('notes', { count: problems.length })}
    </span>
  );
}
