import { MarkerType } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { nodeName, plainText, sentenceOfNode } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow, useSession } from '../editor/editor-context.ts';
import { placeOf } from '../editor/placing.ts';
import { portsOf } from '../editor/ports.ts';
import { readingOrder } from '../editor/reading-order.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { BlockFlowNode } from './block-node.tsx';
import { canvasTexts } from './canvas.texts.ts';
import type { JoinEdge } from './flow-edge.tsx';
import { KeptNodes } from './kept-nodes.ts';
import { frameOf, type NoteFlowNode } from './note-node.tsx';

export type CanvasNode = BlockFlowNode | NoteFlowNode;
export type Measured = ReadonlyMap<string, { width: number; height: number }>;

/** The drawing as the canvas wants it: derived anew from the one document, nothing kept twice. */
export function useCanvasNodes(measured: Measured): CanvasNode[] {
  const flow = useFlow();
  const language = useLanguage();
  const t = useTexts(canvasTexts);
  const selected = useSession(({ nodes }) => nodes);
  const moving = useSession((session) => session.moving);
  const { mayEdit } = useEditor();
  const numbers = useMemo(() => readingOrder(flow, vocabulary), [flow]);
  const [kept] = useState(() => new KeptNodes<CanvasNode>());
  return useMemo(
    () =>
      flow.nodes.map((node): CanvasNode => {
        const { x, y } = moving?.[node.id] ?? placeOf(flow, node.id);
        const size = measured.get(node.id);
        const chosen = selected.includes(node.id);
        const number = numbers.get(node.id);
        return kept.get(node.id, [node, x, y, size, chosen, number, language, mayEdit], () => {
          const isNote = vocabulary.blocks.get(node.kind)?.category === 'note';
          const sentence = plainText(sentenceOfNode(node, flow, language, vocabulary));
          return {
            id: node.id,
            type: isNote ? 'note' : 'block',
            position: { x, y },
            data: { node, number },
            selected: chosen,
            draggable: mayEdit,
            ariaLabel: `${number ?? ''} ${nodeName(node, vocabulary)[language]} · ${sentence}`.trim(),
            domAttributes: { 'aria-roledescription': t('block') },
            // Frames lie behind what they frame, also while chosen, which lifts a block by 1,000.
            zIndex: isNote && frameOf(node.params) !== undefined ? -1001 : 0,
            ...(size === undefined ? {} : { measured: size }),
          };
        });
      }),
    [flow, language, selected, moving, numbers, measured, mayEdit, kept, t],
  );
}

export function useCanvasEdges(): JoinEdge[] {
  const flow = useFlow();
  const language = useLanguage();
  const t = useTexts(canvasTexts);
  const selected = useSession(({ edges }) => edges);
  return useMemo(() => {
    const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
    return flow.edges.flatMap(({ id, from, to }): JoinEdge[] => {
      const source = nodes.get(from.node);
      const target = nodes.get(to);
      if (id === undefined || source === undefined || target === undefined) return [];
      const port = portsOf(source, vocabulary).find((one) => one.id === from.port);
      return [
        {
          id,
          type: 'join',
          source: from.node,
          sourceHandle: from.port,
          target: to,
          targetHandle: 'in',
          selected: selected.includes(id),
          markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--join)' },
          ariaLabel: t('joinFromTo', {
            from: nodeName(source, vocabulary)[language],
            port: port?.label[language] ?? from.port,
            to: nodeName(target, vocabulary)[language],
          }),
          domAttributes: { 'aria-roledescription': t('join') },
        },
      ];
    });
  }, [flow, language, selected, t]);
}
