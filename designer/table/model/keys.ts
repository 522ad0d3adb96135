/** What a key does in the grid while no cell is being typed in. */
export type GridAction =
  | { do: 'move'; rows: number; columns: number; stretch: boolean }
  | { do: 'step'; by: 1 | -1 }
  | { do: 'edit'; typed?: string }
  | { do: 'clear' }
  | { do: 'all' }
  | { do: 'insert-row'; where: 'above' | 'below' }
  | { do: 'remove-rows' }
  | { do: 'move-rows'; by: 1 | -1 };

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const arrows: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** Far enough for every grid: places are kept within it. */
const far = 10_000;
const page = 10;

/** As in a spreadsheet: arrows, Tab, Enter and F2, Delete, Shift to stretch, Ctrl to the end. Undefined: not the grid's key. */
export function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): GridAction | undefined {
  const control = ctrlKey || metaKey;
  const arrow = arrows[key];
  if (altKey) {
    if (key === 'ArrowUp') return { do: 'move-rows', by: -1 };
    return key === 'ArrowDown' ? { do: 'move-rows', by: 1 } : undefined;
  }
  if (arrow !== undefined) {
    const times = control ? far : 1;
    return { do: 'move', rows: arrow[0] * times, columns: arrow[1] * times, stretch: shiftKey };
  }
  const stretch = shiftKey;
  switch (key) {
    case 'Home':
      return { do: 'move', rows: control ? -far : 0, columns: -far, stretch };
    case 'End':
      return { do: 'move', rows: control ? far : 0, columns: far, stretch };
    case 'PageUp':
      return { do: 'move', rows: -page, columns: 0, stretch };
    case 'PageDown':
      return { do: 'move', rows: page, columns: 0, stretch };
    case 'Tab':
      return control ? undefined : { do: 'step', by: shiftKey ? -1 : 1 };
    case 'Enter':
      if (control) return { do: 'insert-row', where: shiftKey ? 'above' : 'below' };
      return shiftKey ? { do: 'move', rows: -1, columns: 0, stretch: false } : { do: 'edit' };
    case 'F2':
      return { do: 'edit' };
    case 'Delete':
    case 'Backspace':
      return control ? { do: 'remove-rows' } : { do: 'clear' };
  }
  if (control) return key.toLowerCase() === 'a' ? { do: 'all' } : undefined;
  return Array.from(key).length === 1 && key !== ' ' ? { do: 'edit', typed: key } : undefined;
}
