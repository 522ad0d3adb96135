import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useEditor, useFlow } from '../../editor/editor-context.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { cellWords } from '../cells/cell-words.ts';
import { cellText } from '../cells/write-cell.ts';
import { blockOf, isIn } from '../model/block-of-cells.ts';
import { writeBlock } from '../model/clipboard.ts';
import { readTyped } from '../model/paste.ts';
import { cellAt } from '../model/table.ts';
import type { RowMarks } from '../row-marks.ts';
import { tableTexts } from '../table.texts.ts';
import type { OpenTable } from '../use-table.ts';
import { CellEditor } from './cell-editor.tsx';
import { GridHead } from './grid-head.tsx';
import { GridRow, OtherwiseRow } from './grid-rows.tsx';
import { columnWidths, leftOf, rowHeadWidth, rowHeight, rowsInSight } from './measures.ts';
import type { Grid } from './use-grid.ts';
import { useGridPointer } from './use-pointer.ts';

export interface TableGridProps {
  open: OpenTable;
  grid: Grid;
  marks: RowMarks;
}

/** The decision table as a spreadsheet: conditions on the left, results on the right, one line for everything else. */
export function TableGrid({ open, grid, marks }: TableGridProps) {
  const { table, columns, heads, mayEdit } = open;
  const t = useTexts(tableTexts);
  const text = useText();
  const language = useLanguage();
  const flow = useFlow();
  const { document: drawing } = useEditor();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600, width: 900, head: 0 });
  const { chosen, editing } = grid;
  const { row, column: at } = chosen.cursor;
  const column = columns[at]!;
  const rows = table.rows.length;
  const widths = columnWidths(
    columns.map(({ role }) => role),
    sight.width,
  );
  const template = [rowHeadWidth, ...widths].map((width) => `${width}px`).join(' ');
  const [from, to] = rowsInSight(sight.top, sight.height, rows);
  const idOf = (line: number, place: number): string => `${gridId}-${line}-${place}`;

  const wordsAt = (line: number, place: number): string => {
    const one = columns[place]!;
    const cell =
      line < rows ? cellAt(table.rows[line]!, one) : one.role === 'output' ? one.output.otherwise : undefined;
    if (cell === undefined) return '';
    return cellText(cell, one.kind, language) ?? cellWords(one, cell, heads[place]!, flow, language);
  };
  const textAt = (): string => wordsAt(row, at);
  const name = `${row < rows ? t('rowNumber', { number: row + 1 }) : t('otherwise')} ${heads[at]}：${textAt() || (column.role === 'input' ? t('anything') : t('toGive'))}`;

  const focus = (): void => field.current?.focus({ preventScroll: true });
  const leave = (): boolean => {
    if (editing === null) return true;
    const read = readTyped(editing.text, column);
    if ('wrong' in read) return false;
    if (editing.text === textAt()) grid.edit(null);
    else grid.commit(read.cell, 0, 0);
    return true;
  };
  const pointer = useGridPointer(grid, open, body, { focus, textAt, leave });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setSight((before) => ({
        ...before,
        height: element.clientHeight || before.height,
        width: element.clientWidth || before.width,
        head: headOf(element),
      }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useScrollToCursor(scroller, widths, row, at);

  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
      event.preventDefault();
      if (key === 'y' || event.shiftKey) drawing.redo();
      else drawing.undo();
      return;
    }
    if (grid.press(event, textAt)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { top, bottom, left, right } = blockOf(chosen);
    const lines = Array.from({ length: bottom - top + 1 }, (_, line) =>
      Array.from({ length: right - left + 1 }, (__, place) => wordsAt(top + line, left + place)),
    );
    event.clipboardData.setData('text/plain', writeBlock(lines));
  };
  const block = blockOf(chosen);
  const chosenIn = (line: number): `${number}-${number}` | '' =>
    isIn(block, line, block.left) ? `${block.left}-${block.right}` : '';

  return (
    <div
      className="grid-scroller"
      ref={scroller}
      onScroll={({ currentTarget }) => setSight((before) => ({ ...before, top: currentTarget.scrollTop }))}
    >
      <div className="grid" style={{ width: leftOf(widths, widths.length) }}>
        <div
          role="grid"
          aria-label={t('grid')}
          aria-rowcount={rows + 2}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          aria-readonly={!mayEdit}
        >
          <GridHead open={open} template={template} />
          <div
            className="grid-body"
            ref={body}
            role="rowgroup"
            onMouseDown={(event) => {
              if (event.target !== field.current) event.preventDefault();
            }}
            onPointerDown={pointer.onDown}
            onPointerMove={pointer.onMove}
            onDoubleClick={pointer.onDouble}
          >
            <div role="presentation" style={{ height: from * rowHeight }} />
            {table.rows.slice(from, to).map((one, index) => {
              const mark = marks.get(one.id);
              return (
                <GridRow
                  key={one.id}
                  row={one}
                  index={from + index}
                  columns={columns}
                  heads={heads}
                  template={template}
                  chosen={chosenIn(from + index)}
                  cursor={row === from + index ? at : -1}
                  mark={mark?.level}
                  markText={mark === undefined ? '' : mark.texts.map(text).join('\n')}
                  flow={flow}
                  language={language}
                  idOf={idOf}
                  onGrip={pointer.onGrip}
                />
              );
            })}
            <div role="presentation" style={{ height: (rows - to) * rowHeight }} />
            <OtherwiseRow
              index={rows}
              columns={columns}
              template={template}
              cursor={row === rows ? at : -1}
              chosen={chosenIn(rows)}
              language={language}
              idOf={idOf}
            />
            {pointer.dropAt === null ? null : (
              <div className="grid-drop" role="presentation" style={{ top: pointer.dropAt * rowHeight }} />
            )}
          </div>
        </div>
        <CellEditor
          field={field}
          column={column}
          head={heads[at]!}
          name={name}
          cellId={idOf(row, at)}
          editing={editing}
          place={{ left: leftOf(widths, at), top: sight.head + row * rowHeight, width: widths[at]! }}
          mayEdit={mayEdit}
          before={textAt()}
          onType={(typed) => grid.edit({ text: typed, isFresh: editing === null || editing.isFresh })}
          onCommit={grid.commit}
          onLeave={(down, right) => {
            grid.edit(null);
            if (right !== 0) grid.act({ do: 'step', by: right > 0 ? 1 : -1 });
            else if (down !== 0) grid.act({ do: 'move', rows: down, columns: 0, stretch: false });
          }}
          onKey={onKey}
          onCopy={onCopy}
          onCut={(event) => {
            onCopy(event);
            if (mayEdit) grid.clearChosen();
          }}
          onPaste={(event) => {
            event.preventDefault();
            grid.pasteText(event.clipboardData.getData('text/plain'));
          }}
        />
      </div>
    </div>
  );
}

/** How high the heads of the columns are. */
function headOf(scroller: HTMLElement): number {
  return scroller.querySelector<HTMLElement>('.grid-head')?.offsetHeight ?? 0;
}

/** Brings the cursor into sight, behind what stays at the edges. */
function useScrollToCursor(
  scroller: { current: HTMLDivElement | null },
  widths: readonly number[],
  row: number,
  column: number,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const head = headOf(element);
    const top = row * rowHeight;
    const room = element.clientHeight - head;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
    const left = leftOf(widths, column);
    if (left - rowHeadWidth < element.scrollLeft) element.scrollLeft = left - rowHeadWidth;
    else if (left + widths[column]! > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + widths[column]! - element.clientWidth;
    // Widths follow from the size of the window: only the cursor moves the sight.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [row, column]);
}
