import {
  AlignCenterOutlined,
  BorderOuterOutlined,
  CopyOutlined,
  DeleteOutlined,
  DiffOutlined,
  ScissorOutlined,
  SnippetsOutlined,
} from '@ant-design/icons';
import { Panel } from '@xyflow/react';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { alignEdit, type Alignment } from '../editor/arrange/align.ts';
import { arrangeTexts } from '../editor/arrange/arrange.texts.ts';
import { frameEdit } from '../editor/arrange/frame.ts';
import { useBoxes } from '../editor/arrange/use-boxes.ts';
import { copied } from '../editor/clipboard/copied.ts';
import { partText } from '../editor/clipboard/part.ts';
import { useClipboard } from '../editor/clipboard/use-clipboard.ts';
import { useEditor, useSession } from '../editor/editor-context.ts';
import { removeEdit } from '../editor/gestures.ts';
import { selectNode } from '../editor/session-store.ts';
import { useTexts } from '../i18n/use-texts.ts';

const alignments: Alignment[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'across', 'down'];

/** What can be done with the chosen blocks, by pointer, finger or key; it is there when something is chosen or was copied. */
export function SelectionBar() {
  const { document, session } = useEditor();
  const t = useTexts(arrangeTexts);
  const nodes = useSession((state) => state.nodes);
  const part = useStore(copied, (state) => state.part);
  const boxesNow = useBoxes();
  const clipboard = useClipboard();
  if (nodes.length === 0 && part === null) return null;
  const chosenBoxes = () => nodes.flatMap((id) => boxesNow().get(id) ?? []);
  const toBrowser = (taken: ReturnType<typeof clipboard.copy>): void => {
    // Without a secure connection there is none: this window remembers.
    if (taken !== undefined) void navigator.clipboard?.writeText(partText(taken)).catch(() => {});
  };
  const align = (how: Alignment): void => {
    const edit = alignEdit(chosenBoxes(), how);
    if (edit !== undefined) document.change(edit);
  };
  const frame = (): void => {
    const placed = frameEdit(document.store.getState().flow, chosenBoxes());
    if (placed !== undefined && document.change(placed.edit)) selectNode(session, placed.node);
  };
  return (
    <Panel position="top-center">
      <div className="selection-bar" role="toolbar" aria-label={t('bar')}>
        {nodes.length > 1 ? (
          <span className="selection-count">{t('chosen', { count: nodes.length })}</span>
        ) : null}
        {nodes.length === 0 ? null : (
          <>
            <Tool
              name={t('copy')}
              keys="Ctrl C"
              icon={<CopyOutlined />}
              onClick={() => toBrowser(clipboard.copy())}
            />
            <Tool
              name={t('cut')}
              keys="Ctrl X"
              icon={<ScissorOutlined />}
              onClick={() => toBrowser(clipboard.cut())}
            />
            <Tool name={t('duplicate')} keys="Ctrl D" icon={<DiffOutlined />} onClick={clipboard.duplicate} />
          </>
        )}
        {part === null ? null : (
          <Tool
            name={t('paste')}
            keys="Ctrl V"
            icon={<SnippetsOutlined />}
            onClick={() => clipboard.paste(part)}
          />
        )}
        {nodes.length < 2 ? null : (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: alignments
                  .filter((how) => nodes.length > 2 || (how !== 'across' && how !== 'down'))
                  .map((how) => ({ key: how, label: t(how) })),
                onClick: ({ key }) => align(key as Alignment),
              }}
            >
              <Button type="text" icon={<AlignCenterOutlined aria-hidden />} aria-label={t('align')} />
            </Dropdown>
            <Tool name={t('frame')} icon={<BorderOuterOutlined />} onClick={frame} />
          </>
        )}
        {nodes.length === 0 ? null : (
          <Tool
            name={t('remove')}
            keys="Delete"
            icon={<DeleteOutlined />}
            onClick={() => document.change(removeEdit(nodes, []))}
          />
        )}
      </div>
    </Panel>
  );
}

interface ToolProps {
  name: string;
  keys?: string;
  icon: ReactElement;
  onClick: () => void;
}

function Tool({ name, keys, icon, onClick }: ToolProps) {
  return (
    <Tooltip title={keys === undefined ? name : `${name} · ${keys}`}>
      <Button type="text" icon={icon} aria-label={name} onClick={onClick} />
    </Tooltip>
  );
}
