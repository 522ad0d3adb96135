import { type PointerEvent, type RefObject, useState } from 'react';
import { moveRows } from '../model/edit-table.ts';
import { blockOf, isIn } from '../model/block-of-cells.ts';
import type { OpenTable } from '../use-table.ts';
import { rowHeight } from './measures.ts';
import type { Grid } from './use-grid.ts';

/** Far enough to mean dragging rather than choosing, px. */
const dragFrom = 5;

export interface GridPointer {
  /** Before which row what is dragged would come to stand. */
  dropAt: number | null;
  onGrip: (event: PointerEvent, row: number) => void;
  onDown: (event: PointerEvent) => void;
  onMove: (event: PointerEvent) => void;
  onDouble: (event: { target: EventTarget }) => void;
}

/**
 * Choosing by mouse and finger, stretching by dragging over cells, moving rows by their numbers. `field` is what is typed in:
 * `leave` takes in what was typed, and is false where that cannot be read yet.
 */
export function useGridPointer(
  grid: Grid,
  { table, mayEdit, change }: OpenTable,
  body: RefObject<HTMLDivElement | null>,
  field: { focus: () => void; textAt: () => string; leave: () => boolean },
): GridPointer {
  const [dropAt, setDropAt] = useState<number | null>(null);
  const placeOf = (target: EventTarget | null): [number, number] | undefined => {
    const found =
      target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
    return found === undefined ? undefined : (found.split(':').map(Number) as [number, number]);
  };

  const onGrip = (event: PointerEvent, row: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    if (!field.leave()) return;
    const block = blockOf(grid.chosen);
    const whole = block.left === 0 && block.right === grid.size.columns - 1;
    const keeps = whole && isIn(block, row, 0) && !event.shiftKey;
    const from = event.shiftKey ? Math.min(block.top, row) : keeps ? block.top : row;
    const count = event.shiftKey
      ? Math.max(block.bottom, row) - from + 1
      : keeps
        ? block.bottom - from + 1
        : 1;
    grid.chooseRows(from, from + count - 1);
    field.focus();
    if (!mayEdit) return;
    dragRows(event, from, count);
  };

  /** Follows the pointer until it is let go; Escape leaves the rows where they are. */
  const dragRows = (
    { clientY: start, currentTarget, pointerId }: PointerEvent,
    from: number,
    count: number,
  ): void => {
    const handle = currentTarget as HTMLElement;
    handle.setPointerCapture?.(pointerId);
    let to: number | null = null;
    const move = ({ clientY }: globalThis.PointerEvent): void => {
      const top = body.current?.getBoundingClientRect().top;
      if (top === undefined || (to === null && Math.abs(clientY - start) < dragFrom)) return;
      to = Math.max(0, Math.min(table.rows.length, Math.round((clientY - top) / rowHeight)));
      setDropAt(to);
    };
    const end = (isDropped: boolean): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', drop);
      handle.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape, true);
      setDropAt(null);
      if (!isDropped || to === null || (to >= from && to <= from + count)) return;
      change(moveRows(table, from, count, to));
      const first = to > from ? to - count : to;
      grid.chooseRows(first, first + count - 1);
    };
    const drop = (): void => end(true);
    const cancel = (): void => end(false);
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', drop);
    handle.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape, true);
  };

  return {
    dropAt,
    onGrip,
    onDown(event) {
      const place = placeOf(event.target);
      if (place === undefined || event.button !== 0) return;
      if (!field.leave()) return;
      // A tap on the cell that is chosen already opens it, where there is no double click.
      const { cursor } = grid.chosen;
      const again = event.pointerType === 'touch' && cursor.row === place[0] && cursor.column === place[1];
      grid.choose(place[0], place[1], event.shiftKey);
      field.focus();
      if (again) grid.edit({ text: field.textAt(), isFresh: false });
    },
    onMove(event) {
      if (event.pointerType === 'touch' || event.buttons !== 1 || grid.editing !== null) return;
      const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
      if (place !== undefined && body.current?.contains(event.target as Node) === true)
        grid.choose(place[0], place[1], true);
    },
    onDouble({ target }) {
      if (placeOf(target) !== undefined) grid.edit({ text: field.textAt(), isFresh: false });
    },
  };
}
