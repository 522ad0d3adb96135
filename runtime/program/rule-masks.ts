import type { Field } from './fields.ts';
import { kindOf, MaskColumn, told, type ColumnDraft } from './mask-column.ts';
import type { RuleTable } from './rule-table.ts';

/** Rules of a block: bits of a mask. */
export const mostInBlock = 32;

const kinds = 4;
const none: Int32Array = new Int32Array();

/** A rule by one of the ways its alternatives leave it: comparisons that have to hold together, by slot. */
export interface RuleWay {
  rule: number;
  slots: readonly number[];
}

/** Blocks whose rules are looked for together: by number, one after another, and the columns that tell of them. */
export interface BlockList {
  readonly firstBlock: number;
  readonly blocks: number;
  /** The one likely to leave fewest rules first. */
  readonly columns: Int32Array;
}

export const noBlocks: BlockList = { firstBlock: 0, blocks: 0, columns: none };

/**
 * Blocks of up to 32 rules that are judged together. What a value means for the rules of a block is a mask; the masks of one value
 * for all blocks lie side by side, so that an order, which has one value a field, reads a few rows of them.
 */
export class RuleMasks {
  /** Rows of masks of all columns. */
  words = none;
  columns: readonly MaskColumn[] = [];
  /** Where each column's rows begin, less its first block. */
  offsets = none;
  /** By block: the mask of all its rules; by block and bit: the rule. */
  full = none;
  rules = none;
  /** Blocks of the longest list. */
  mostBlocks = 0;
  private readonly fullMasks: number[] = [];
  private readonly ruleOfBit: number[] = [];
  private readonly drafts: ColumnDraft[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly table: RuleTable;
  private readonly fields: readonly Field[];

  constructor(table: RuleTable, fields: readonly Field[]) {
    this.table = table;
    this.fields = fields;
  }

  /** Adds blocks for some rules, each by the ways it may match. */
  add(ways: readonly RuleWay[]): BlockList {
    const firstBlock = this.fullMasks.length;
    const blocks = Math.ceil(ways.length / mostInBlock);
    const lastBlock = firstBlock + blocks - 1;
    /** By column, how many rules it is likely to take away for what looking at it costs. */
    const gone = new Map<number, number>();
    ways.forEach(({ rule, slots }, at) => {
      const [block, place] = [firstBlock + Math.floor(at / mostInBlock), at % mostInBlock];
      this.ruleOfBit[block * mostInBlock + place] = rule;
      for (const slot of slots) {
        const column = this.columnOf(slot, firstBlock);
        const draft = this.drafts[column]!;
        draft.lastBlock = lastBlock;
        draft.conditions.push({ block, place, slot });
        gone.set(
          column,
          (gone.get(column) ?? 0) + (1 - this.table.selectivity.shareOf(slot)) * worthOf(draft.kind),
        );
      }
    });
    for (let left = ways.length; left > 0; left -= mostInBlock)
      this.fullMasks.push(left >= mostInBlock ? -1 : (1 << left) - 1);
    const best = [...gone].sort(([, one], [, other]) => other - one).map(([column]) => column);
    this.mostBlocks = Math.max(this.mostBlocks, blocks);
    return { firstBlock, blocks, columns: Int32Array.from(best) };
  }

  /** To be called when all blocks are added. */
  finish(): void {
    this.columns = this.drafts.map((draft) => new MaskColumn(draft, this.table.columns, this.fields));
    const size = this.columns.reduce((sum, column) => sum + column.size, 0);
    this.words = new Int32Array(size);
    this.offsets = new Int32Array(this.columns.length);
    let offset = 0;
    this.columns.forEach((column, number) => {
      column.write(this.words, offset, this.drafts[number]!.conditions);
      this.offsets[number] = offset - column.firstBlock;
      offset += column.size;
    });
    this.full = Int32Array.from(this.fullMasks);
    this.rules = Int32Array.from(
      { length: this.full.length * mostInBlock },
      (_, at) => this.ruleOfBit[at] ?? 0,
    );
    this.drafts.length = 0;
    this.ruleOfBit.length = 0;
  }

  private columnOf(slot: number, firstBlock: number): number {
    const { columns } = this.table;
    const kind = kindOf(slot, columns)!;
    const subject = kind === told.outcome ? slot : columns.field[slot]!;
    const name = subject * kinds + kind;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.drafts.length;
    this.numbers.set(name, number);
    this.drafts.push({ subject, kind, firstBlock, lastBlock: firstBlock, conditions: [] });
    return number;
  }
}

/** Looking up a text costs more than comparing numbers. */
function worthOf(kind: number): number {
  return kind === told.keys ? 0.6 : 1;
}
