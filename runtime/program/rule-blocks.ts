import { columnOf, columnsOf, type BlockColumn, type ToldCondition } from './block-column.ts';
import type { Field } from './fields.ts';
import type { RuleTable } from './rule-table.ts';

/** Rules of a block: one bit each in a mask. */
export const mostInBlock = 32;

/**
 * All blocks of a program, each up to 32 rules judged together, written one after another as a run reads them: what an order
 * needs lies side by side and comes from memory in one go.
 *
 * A block: number of rules, number of columns, place of the next block, the rules, the columns; the column that is likely to
 * leave fewest rules first.
 * A column: field * 4 + kind, its length, number of points, the mask for every other value, the points two to a word, the
 * masks.
 */
export class RuleBlocks {
  words = new Int32Array();
  /** The same memory by halves of words. */
  halves = new Uint16Array();
  private readonly written: number[] = [];
  private readonly table: RuleTable;
  private readonly fields: readonly Field[];

  constructor(table: RuleTable, fields: readonly Field[]) {
    this.table = table;
    this.fields = fields;
  }

  /** Writes a block of rules of which the first `depth` conditions are known to hold; its place. */
  add(rules: readonly number[], depth: number): number {
    const { columns, selectivity } = this.table;
    const start = this.written.length;
    const all = rules.length === mostInBlock ? -1 : (1 << rules.length) - 1;
    const gone = new Map<number, number>();
    const conditions: ToldCondition[] = [];
    rules.forEach((rule, place) => {
      for (const slot of this.table.toldOf(rule, depth)) {
        conditions.push({ place, slot });
        const name = columns.field[slot]! * 4 + columnOf(slot, columns, this.fields)!;
        gone.set(name, (gone.get(name) ?? 0) + 1 - selectivity.shareOf(slot));
      }
    });
    const leaves = ({ field, kind }: BlockColumn): number => gone.get(field * 4 + kind)!;
    const made = columnsOf(conditions, all, columns, this.fields);
    this.written.push(rules.length, made.length, 0, ...rules);
    for (const column of made.sort((one, other) => leaves(other) - leaves(one))) this.write(column);
    this.written[start + 2] = this.written.length;
    return start;
  }

  /** To be called when all blocks are written. */
  finish(): void {
    this.words = Int32Array.from(this.written);
    this.halves = new Uint16Array(this.words.buffer);
    this.written.length = 0;
  }

  private write({ kind, field, points, masks, otherwise }: BlockColumn): void {
    const halves = Uint16Array.from(points.length % 2 === 0 ? points : [...points, 0]);
    const pairs = new Int32Array(halves.buffer);
    this.written.push(field * 4 + kind, 4 + pairs.length + masks.length, points.length, otherwise);
    this.written.push(...pairs, ...masks);
  }
}
