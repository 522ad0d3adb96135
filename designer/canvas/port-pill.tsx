import { Handle, Position } from '@xyflow/react';
import type { Port } from '../../rules-library/define/block.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { canvasTexts } from './canvas.texts.ts';

export interface PortPillProps {
  node: string;
  port: Port;
  /** The node has no other exit. */
  only: boolean;
  joined: boolean;
  mayEdit: boolean;
}

const openTexts = { nothing: 'openNothing', error: 'openError', unknown: 'openUnknown' } as const;

/** An exit by its name. Dragging from it draws a join. */
export function PortPill({ node, port, only, joined, mayEdit }: PortPillProps) {
  const t = useTexts(canvasTexts);
  const text = useText();
  const label = text(port.label);
  const help = joined ? label : `${label} · ${t(openTexts[port.unconnected])}`;
  return (
    <Handle
      type="source"
      id={port.id}
      position={Position.Bottom}
      className={`port ${joined ? 'port-joined' : ''} ${only ? 'port-only' : ''}`}
      isConnectableEnd={false}
      data-port={port.id}
      data-testid={`port-${node}-${port.id}`}
      title={mayEdit ? `${help}\n${t('dragToJoin')}` : help}
    >
      <span className="port-label">{label}</span>
    </Handle>
  );
}
