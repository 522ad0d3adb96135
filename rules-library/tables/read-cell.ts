import { channels } from '../choices/channels.ts';
import { tiers } from '../choices/tiers.ts';
import type { Choice } from '../define/fact.ts';
import type { CellType } from './table-columns.ts';

const yes = new Set(['是', 'yes', 'y', 'true', '1']);
const no = new Set(['否', 'no', 'n', 'false', '0']);

/** A cell as its column means it; one that does not fit stays text, so that its row is rejected with its place. */
export function readCell(cell: string, type: CellType): unknown {
  const plain = cell.toLowerCase();
  switch (type) {
    case 'text':
      return cell;
    case 'integer':
      return /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
    case 'yuan':
      return /^\d{1,12}(\.\d{1,2})?$/.test(cell) ? Math.round(Number(cell) * 100) : cell;
    case 'yes-no':
      return yes.has(plain) ? true : no.has(plain) ? false : cell;
    case 'several':
      return cell
        .split(/[;\uff1b、|]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'channel':
      return valueOf(channels, cell);
    case 'tier':
      return valueOf(tiers, cell);
  }
}

/** The value of a choice by one of its labels; anything else as it stands. */
function valueOf(choices: readonly Choice[], cell: string): string {
  const plain = cell.toLowerCase();
  return choices.find(({ label }) => label.zh === cell || label.en.toLowerCase() === plain)?.value ?? cell;
}
