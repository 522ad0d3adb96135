import { HolderOutlined, WarningFilled } from '@ant-design/icons';
import { memo, type PointerEvent } from 'react';
import type { Flow } from '../../../rules-library/schema/flow.ts';
import type { Language } from '../../../rules-library/schema/text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { cellWords } from '../cells/cell-words.ts';
import { cellText } from '../cells/write-cell.ts';
import { cellAt, type Column, type TableRow } from '../model/table.ts';
import { tableTexts } from '../table.texts.ts';
import { rowHeight } from './measures.ts';

export interface GridRowProps {
  row: TableRow;
  /** From 0. */
  index: number;
  columns: readonly Column[];
  heads: readonly string[];
  template: string;
  /** Columns that are chosen here: from, to; none where nothing is. */
  chosen: `${number}-${number}` | '';
  /** The column of the cursor, if it is in this row. */
  cursor: number;
  mark: 'error' | 'warning' | undefined;
  markText: string;
  flow: Flow;
  language: Language;
  idOf: (row: number, column: number) => string;
  onGrip: (event: PointerEvent, row: number) => void;
}

/** One row of the grid. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, heads, template, chosen, cursor, mark, markText } = props;
  const { flow, language, idOf, onGrip } = props;
  const t = useTexts(tableTexts);
  const [from = -1, to = -1] = chosen === '' ? [] : chosen.split('-').map(Number);
  return (
    <div
      className={`grid-row ${mark === undefined ? '' : `grid-row-${mark}`}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen !== ''}
      data-row={row.id}
      style={{ gridTemplateColumns: template, height: rowHeight }}
    >
      <div
        className="grid-row-head"
        role="rowheader"
        data-grip={index}
        title={markText === '' ? undefined : markText}
        onPointerDown={(event) => onGrip(event, index)}
      >
        <HolderOutlined className="grid-grip" aria-hidden />
        {mark === undefined ? null : <WarningFilled className="grid-mark" aria-label={markText} />}
        <span>{index + 1}</span>
      </div>
      {columns.map((column, at) => {
        const cell = cellAt(row, column);
        const text =
          cell === undefined
            ? ''
            : (cellText(cell, column.kind, language) ?? cellWords(column, cell, heads[at]!, flow, language));
        const isChosen = at >= from && at <= to;
        return (
          <div
            key={`${column.role} ${column.id}`}
            id={idOf(index, at)}
            className={`grid-cell grid-${column.role} ${isChosen ? 'grid-chosen' : ''} ${at === cursor ? 'grid-cursor' : ''}`}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={isChosen}
            data-cell={`${index}:${at}`}
            title={text}
          >
            {text === '' ? (
              <span className={column.role === 'input' ? 'grid-any' : 'grid-missing'}>
                {column.role === 'input' ? t('anything') : t('toGive')}
              </span>
            ) : (
              text
            )}
          </div>
        );
      })}
    </div>
  );
});

export interface OtherwiseRowProps {
  index: number;
  columns: readonly Column[];
  template: string;
  cursor: number;
  chosen: `${number}-${number}` | '';
  language: Language;
  idOf: (row: number, column: number) => string;
}

/** What the results are when surely no row fits: always the last line. */
export function OtherwiseRow({
  index,
  columns,
  template,
  cursor,
  chosen,
  language,
  idOf,
}: OtherwiseRowProps) {
  const t = useTexts(tableTexts);
  const inputs = columns.filter(({ role }) => role === 'input').length;
  const [from = -1, to = -1] = chosen === '' ? [] : chosen.split('-').map(Number);
  return (
    <div
      className="grid-row grid-otherwise"
      role="row"
      aria-rowindex={index + 2}
      style={{ gridTemplateColumns: template, height: rowHeight }}
    >
      <div className="grid-row-head" role="rowheader" aria-label={t('otherwise')} />
      <div
        className={`grid-cell grid-input ${cursor >= 0 && cursor < inputs ? 'grid-cursor' : ''}`}
        role="gridcell"
        aria-colindex={2}
        id={idOf(index, 0)}
        data-cell={`${index}:0`}
        style={{ gridColumn: `2 / span ${inputs}` }}
      >
        {t('otherwise')}
      </div>
      {columns.map((column, at) => {
        if (column.role === 'input') return null;
        const { otherwise } = column.output;
        return (
          <div
            key={column.id}
            id={idOf(index, at)}
            className={`grid-cell grid-output ${at >= from && at <= to ? 'grid-chosen' : ''} ${at === cursor ? 'grid-cursor' : ''}`}
            role="gridcell"
            aria-colindex={at + 2}
            data-cell={`${index}:${at}`}
          >
            {otherwise === undefined ? (
              <span className="grid-any">{t('notKnown')}</span>
            ) : (
              cellText(otherwise, column.kind, language)
            )}
          </div>
        );
      })}
    </div>
  );
}
