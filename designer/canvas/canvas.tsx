import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  Controls,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import type { Place } from '../../rules-library/edits/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FindBox } from '../editor/find/find-box.tsx';
import { joinEdit, removeEdit } from '../editor/gestures.ts';
import { joinRefusal } from '../editor/joins.ts';
import { useLanguage } from '../i18n/language.ts';
import { BlockNode } from './block-node.tsx';
import './canvas.css';
import { FlowEdge, type JoinEdge } from './flow-edge.tsx';
import { NoteNode } from './note-node.tsx';
import { RefusalTip } from './refusal-tip.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TidyButton } from './tidy-button.tsx';
import { toneOf } from './tones.ts';
import { type CanvasNode, type Measured, useCanvasEdges, useCanvasNodes } from './use-canvas-graph.ts';
import { useCanvasLabels } from './use-canvas-labels.ts';
import { useShowChosen } from './use-show-chosen.ts';

// Outside the component: new objects on each draw would mount every node anew.
const nodeTypes = { block: BlockNode, note: NoteNode };
const edgeTypes = { join: FlowEdge };
const fitView = { padding: 0.2, maxZoom: 1 };
const deleteKeys = ['Delete', 'Backspace'];
const nothingMeasured: Measured = new Map();

interface CanvasProps {
  /** A small screen has no room for the overview. */
  narrow: boolean;
}

/** The drawing: blocks and joins, moved, joined, chosen and removed by pointer, finger or keyboard. */
export function Canvas({ narrow }: CanvasProps) {
  const { document, session, mayEdit } = useEditor();
  const language = useLanguage();
  const labels = useCanvasLabels();
  const [measured, setMeasured] = useState(nothingMeasured);
  const nodes = useCanvasNodes(measured);
  const edges = useCanvasEdges();
  // An empty canvas is not fitted to the first block that lands on it: it stays where it was dropped.
  const [drawn] = useState(nodes.length > 0);
  useShowChosen();

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      setMeasured((before) => withSizes(before, changes));
      const places = placesIn(changes);
      if (places.dragging !== undefined) {
        session.setState(({ moving }) => ({ moving: { ...moving, ...places.dragging } }));
      } else if (places.still !== undefined) {
        const { moving } = session.getState();
        session.setState({ moving: null });
        // A drag is one step when it ends; arrow keys that follow each other are one.
        const group = moving === null ? 'arrows' : undefined;
        document.change({ type: 'move-nodes', to: { ...moving, ...places.still } }, group);
      }
      const chosen = chosenBy(changes, session.getState().nodes);
      if (chosen !== undefined) session.setState({ nodes: chosen });
    },
    [document, session],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<JoinEdge>[]) => {
      const chosen = chosenBy(changes, session.getState().edges);
      if (chosen !== undefined) session.setState({ edges: chosen });
    },
    [session],
  );

  return (
    <div className="canvas" key={mayEdit ? 'edit' : 'read'}>
      <ReactFlow<CanvasNode, JoinEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnectStart={(_, { nodeId, handleId }) => {
          if (nodeId !== null && handleId !== null)
            session.setState({ joining: { node: nodeId, port: handleId }, refusal: null });
        }}
        onConnectEnd={() => session.setState({ joining: null })}
        isValidConnection={({ source, sourceHandle, target }) =>
          joinRefusal(document.store.getState().flow, vocabulary, {
            from: { node: source, port: sourceHandle ?? '' },
            to: target,
          }) === undefined
        }
        onConnect={({ source, sourceHandle, target }) => {
          const join = { from: { node: source, port: sourceHandle ?? '' }, to: target };
          document.change(joinEdit(document.store.getState().flow, join));
        }}
        onDelete={({ nodes, edges }) => {
          document.change(
            removeEdit(
              nodes.map(({ id }) => id),
              edges.map(({ id }) => id),
            ),
          );
        }}
        nodesDraggable={mayEdit}
        nodesConnectable={mayEdit}
        deleteKeyCode={mayEdit ? deleteKeys : null}
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        selectionMode={SelectionMode.Partial}
        connectionRadius={28}
        connectionLineType={ConnectionLineType.Bezier}
        connectOnClick={false}
        minZoom={0.25}
        maxZoom={1.75}
        fitView={drawn}
        fitViewOptions={fitView}
        elevateEdgesOnSelect
        ariaLabelConfig={labels}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={28} size={1.6} color="var(--line-strong)" />
        {/* Its buttons read their labels once. */}
        <Controls key={language} showInteractive={false} fitViewOptions={fitView}>
          {mayEdit ? <TidyButton /> : null}
        </Controls>
        {mayEdit ? <SelectionBar /> : null}
        <Panel position="top-left">
          <FindBox />
        </Panel>
        {narrow || nodes.length === 0 ? null : (
          <MiniMap<CanvasNode>
            pannable
            zoomable
            nodeColor={(node) => `var(--${toneOf(vocabulary.blocks.get(node.data.node.kind))}-line)`}
            nodeBorderRadius={6}
            maskColor="rgb(16 26 44 / 6%)"
          />
        )}
        <RefusalTip />
      </ReactFlow>
    </div>
  );
}

function withSizes(before: Measured, changes: readonly NodeChange<CanvasNode>[]): Measured {
  let sizes: Map<string, { width: number; height: number }> | undefined;
  for (const change of changes) {
    if (change.type !== 'dimensions' || change.dimensions === undefined) continue;
    sizes ??= new Map(before);
    sizes.set(change.id, change.dimensions);
  }
  return sizes ?? before;
}

/** Where blocks are while they are dragged, and where they came to rest. */
function placesIn(changes: readonly NodeChange<CanvasNode>[]): {
  dragging?: Record<string, Place>;
  still?: Record<string, Place>;
} {
  const dragging: Record<string, Place> = {};
  const still: Record<string, Place> = {};
  for (const change of changes) {
    if (change.type !== 'position' || change.position === undefined) continue;
    const { x, y } = change.position;
    (change.dragging === true ? dragging : still)[change.id] = { x: Math.round(x), y: Math.round(y) };
  }
  return {
    ...(Object.keys(dragging).length > 0 ? { dragging } : {}),
    ...(Object.keys(still).length > 0 ? { still } : {}),
  };
}

interface SelectChange {
  type: string;
  id?: string;
  selected?: boolean;
}

function chosenBy(changes: readonly SelectChange[], before: readonly string[]): string[] | undefined {
  const selects = changes.filter(({ type }) => type === 'select');
  if (selects.length === 0) return undefined;
  const chosen = new Set(before);
  for (const { id, selected } of selects) {
    if (id === undefined) continue;
    if (selected === true) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}
