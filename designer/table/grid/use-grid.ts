import { useState } from 'react';
import {
  blockOf,
  chosenAt,
  clamped,
  moved,
  stepped,
  type Chosen,
  type Size,
} from '../model/block-of-cells.ts';
import { insertRows, moveRows, removeRows } from '../model/edit-table.ts';
import { actionOf, type GridAction, type Pressed } from '../model/keys.ts';
import { clear, paste, setAt, type Pasted } from '../model/paste.ts';
import { readBlock } from '../model/clipboard.ts';
import type { Column } from '../model/table.ts';
import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import type { OpenTable } from '../use-table.ts';

/** The cell that is being typed in, and what stands there to begin with. */
export interface Editing {
  text: string;
  /** A character that was typed replaces what stood there. */
  isFresh: boolean;
}

export interface Grid {
  chosen: Chosen;
  editing: Editing | null;
  pasted: Pasted | null;
  size: Size;
  choose: (row: number, column: number, stretch?: boolean) => void;
  chooseRows: (from: number, to: number) => void;
  edit: (editing: Editing | null) => void;
  /** Puts a cell into the table and goes on, by rows and columns. */
  commit: (cell: TableCell | undefined, rows: number, columns: number) => void;
  /** Does what a key means; false leaves it to the browser. */
  press: (pressed: Pressed, textAt: () => string) => boolean;
  act: (action: GridAction) => void;
  pasteText: (text: string) => void;
  clearChosen: () => void;
  forgetPasted: () => void;
}

/** What is chosen and typed in, and what keys and pastes do to the table. */
export function useGrid({ table, columns, heads, mayEdit, change }: OpenTable): Grid {
  const size: Size = { rows: table.rows.length + 1, columns: columns.length };
  const [state, setState] = useState<Chosen>(() => chosenAt(0, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const chosen = clamped(state, size);
  const block = blockOf(chosen);
  const columnAt: Column = columns[chosen.cursor.column]!;
  const isFixed = chosen.cursor.row === table.rows.length && columnAt.role === 'input';
  /** Rows that are chosen, without the line of what is otherwise. */
  const rows = { from: block.top, count: Math.min(block.bottom, table.rows.length - 1) - block.top + 1 };

  const act = (action: GridAction): void => {
    switch (action.do) {
      case 'move':
        setState(moved(chosen, action.rows, action.columns, size, action.stretch));
        return;
      case 'step':
        setState(stepped(chosen, action.by, size) ?? chosen);
        return;
      case 'all':
        setState({
          anchor: { row: 0, column: 0 },
          cursor: { row: table.rows.length - 1, column: columns.length - 1 },
        });
        return;
      case 'clear':
        change(clear(table, columns, block));
        return;
      case 'insert-row': {
        const at = action.where === 'above' ? block.top : Math.min(block.bottom + 1, table.rows.length);
        change(insertRows(table, at));
        setState(chosenAt(at, 0));
        return;
      }
      case 'remove-rows':
        if (rows.count > 0) change(removeRows(table, rows.from, rows.count));
        setState(
          chosenAt(
            Math.max(0, Math.min(rows.from, table.rows.length - rows.count - 1)),
            chosen.cursor.column,
          ),
        );
        return;
      case 'move-rows': {
        const to = action.by < 0 ? rows.from - 1 : rows.from + rows.count + 1;
        if (rows.count < 1 || to < 0 || to > table.rows.length) return;
        change(moveRows(table, rows.from, rows.count, to));
        setState({
          anchor: { ...chosen.anchor, row: chosen.anchor.row + action.by },
          cursor: { ...chosen.cursor, row: chosen.cursor.row + action.by },
        });
        return;
      }
      case 'edit':
    }
  };

  return {
    chosen,
    editing,
    pasted,
    size,
    act,
    choose: (row, column, stretch = false) =>
      setState((before) => ({
        anchor: stretch ? before.anchor : { row, column },
        cursor: { row, column },
      })),
    chooseRows: (from, to) =>
      setState({
        anchor: { row: from, column: 0 },
        cursor: { row: to, column: columns.length - 1 },
      }),
    edit: (next) => setEditing(mayEdit && !isFixed ? next : null),
    commit(cell, down, right) {
      setEditing(null);
      change(setAt(table, chosen.cursor.row, columnAt, cell));
      if (right !== 0) setState(stepped(chosen, right > 0 ? 1 : -1, size) ?? chosen);
      else setState(moved(chosen, down, 0, size));
    },
    press(pressed, textAt) {
      const action = actionOf(pressed);
      if (action === undefined) return false;
      if (action.do === 'step' && stepped(chosen, action.by, size) === undefined) return false;
      if (action.do === 'edit') {
        // A typed character comes by itself, by way of the field; a writing system may need several keys for one.
        if (action.typed !== undefined) return false;
        if (mayEdit && !isFixed) setEditing({ text: textAt(), isFresh: false });
        return true;
      }
      if (mayEdit || ['move', 'step', 'all'].includes(action.do)) act(action);
      return true;
    },
    pasteText(text) {
      if (!mayEdit || text === '') return;
      const done = paste(table, columns, chosen, readBlock(text), heads);
      change(done.table);
      setPasted(done);
      setState({
        anchor: { row: done.block.top, column: done.block.left },
        cursor: { row: done.block.bottom, column: done.block.right },
      });
    },
    clearChosen: () => act({ do: 'clear' }),
    forgetPasted: () => setPasted(null),
  };
}
