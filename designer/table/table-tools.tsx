import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  InsertRowAboveOutlined,
  InsertRowBelowOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useFlow, useDocument } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { cellWords } from './cells/cell-words.ts';
import type { Grid } from './grid/use-grid.ts';
import { copyRow } from './model/edit-table.ts';
import { cellAt } from './model/table.ts';
import { tableTexts } from './table.texts.ts';
import type { OpenTable } from './use-table.ts';

/** What can be done with the chosen rows, and what the chosen cell says. */
export function TableTools({ open, grid }: { open: OpenTable; grid: Grid }) {
  const { table, change, undo, redo } = open;
  const t = useTexts(tableTexts);
  const canUndo = useDocument(({ past }) => past.length > 0);
  const canRedo = useDocument(({ future }) => future.length > 0);
  const { row } = grid.chosen.cursor;
  const isRow = row < table.rows.length;
  const tools = [
    { label: t('undo'), icon: <UndoOutlined aria-hidden />, can: canUndo, press: undo },
    { label: t('redo'), icon: <RedoOutlined aria-hidden />, can: canRedo, press: redo },
    {
      label: t('rowAbove'),
      icon: <InsertRowAboveOutlined aria-hidden />,
      can: true,
      press: () => grid.act({ do: 'insert-row', where: 'above' }),
    },
    {
      label: t('rowBelow'),
      icon: <InsertRowBelowOutlined aria-hidden />,
      can: isRow,
      press: () => grid.act({ do: 'insert-row', where: 'below' }),
    },
    {
      label: t('copyRow'),
      icon: <CopyOutlined aria-hidden />,
      can: isRow,
      press: () => change(copyRow(table, row)),
    },
    {
      label: t('rowUp'),
      icon: <ArrowUpOutlined aria-hidden />,
      can: isRow && row > 0,
      press: () => grid.act({ do: 'move-rows', by: -1 }),
    },
    {
      label: t('rowDown'),
      icon: <ArrowDownOutlined aria-hidden />,
      can: row < table.rows.length - 1,
      press: () => grid.act({ do: 'move-rows', by: 1 }),
    },
    {
      label: t('removeRows'),
      icon: <DeleteOutlined aria-hidden />,
      can: isRow,
      press: () => grid.act({ do: 'remove-rows' }),
    },
  ];
  return (
    <div className="table-tools">
      <div className="table-buttons" role="toolbar" aria-label={t('grid')}>
        {tools.map(({ label, icon, can, press }) => (
          <Tooltip key={label} title={label} mouseEnterDelay={0.4}>
            <Button type="text" size="small" icon={icon} aria-label={label} disabled={!can} onClick={press} />
          </Tooltip>
        ))}
      </div>
      <CellSays open={open} grid={grid} />
    </div>
  );
}

/** The chosen cell in a whole sentence, for eyes and ears. */
function CellSays({ open: { table, columns, heads }, grid }: { open: OpenTable; grid: Grid }) {
  const t = useTexts(tableTexts);
  const flow = useFlow();
  const language = useLanguage();
  const { row, column: at } = grid.chosen.cursor;
  const column = columns[at];
  if (column === undefined) return null;
  const line = table.rows[row];
  const cell =
    line !== undefined
      ? cellAt(line, column)
      : column.role === 'output'
        ? column.output.otherwise
        : undefined;
  const blank = column.role === 'input' ? t('anything') : line === undefined ? t('notKnown') : t('toGive');
  return (
    <p className="table-says" aria-live="polite">
      <b>{line === undefined ? t('otherwise') : t('rowNumber', { number: row + 1 })}</b>
      {cell === undefined
        ? line === undefined && column.role === 'input'
          ? ''
          : `${heads[at]} ${blank}`
        : cellWords(column, cell, heads[at]!, flow, language)}
    </p>
  );
}
