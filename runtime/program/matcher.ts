import type { EntryPoints, RuleGroup } from './entry-points.ts';
import { countUpTo, told, type MaskColumn } from './mask-column.ts';
import type { RuleIndex, RuleList } from './rule-index.ts';
import { mostInBlock, type BlockList, type RuleMasks } from './rule-masks.ts';
import type { RuleTable } from './rule-table.ts';
import { noKey, type WorkingMemory } from './working-memory.ts';

/** Columns all blocks of a list are judged by before blocks without rules left are dropped. */
const columnsAtOnce = 5;

/** Finds the rules that match in one working memory. */
export class Matcher {
  readonly memory: WorkingMemory;
  private matched: number[] = [];
  private groups: readonly RuleGroup[] = [];
  private readonly entries: EntryPoints;
  private readonly table: RuleTable;
  private readonly masks: RuleMasks;
  /** By column: the run in which its row was found, the row, and 1 where a rule it leaves has to be asked again. */
  private readonly foundIn: Int32Array;
  private readonly rows: Int32Array;
  private readonly asksAgain: Uint8Array;
  /** By block of the list at hand, the rules that are left. */
  private readonly left: Int32Array;

  constructor(entries: EntryPoints, table: RuleTable, masks: RuleMasks, memory: WorkingMemory) {
    this.entries = entries;
    this.table = table;
    this.masks = masks;
    this.memory = memory;
    this.foundIn = new Int32Array(masks.columns.length);
    this.rows = new Int32Array(masks.columns.length);
    this.asksAgain = new Uint8Array(masks.columns.length);
    this.left = new Int32Array(masks.mostBlocks);
  }

  /** Groups of rules whose event, stage, source and seasons hold. */
  enter(): readonly RuleGroup[] {
    this.groups = this.entries.enter(this.memory);
    return this.groups;
  }

  /** Numbers of the rules that match, ascending. */
  match(): readonly number[] {
    // A new list costs less than emptying the old one.
    this.matched = [];
    for (const { index } of this.enter()) this.search(index);
    if (this.matched.length > 1) sortOnce(this.matched);
    return this.matched;
  }

  /** Absent facts named by rules of the groups entered, sorted. */
  unknown(): string[] {
    const absent: string[] = [];
    for (const { named } of this.groups) {
      for (let at = 0; at < named.length; at++) {
        if (this.memory.isAbsent(named[at]!)) absent.push(this.memory.factOf(named[at]!));
      }
    }
    return absent.length < 2 ? absent : [...new Set(absent)].sort();
  }

  private search({ shelves, rest }: RuleIndex): void {
    this.testList(rest);
    for (let at = 0; at < shelves.length; at++) {
      const { field, lists } = shelves[at]!;
      const key = this.memory.keyOf(field);
      const list = key === noKey ? undefined : lists.get(key);
      if (list !== undefined) this.testList(list);
    }
  }

  private testList({ depth, blocks, single }: RuleList): void {
    this.memory.charge(single.length + blocks.blocks);
    if (blocks.blocks > 0) this.testBlocks(blocks, depth);
    const { start } = this.table;
    for (let at = 0; at < single.length; at++) this.test(single[at]!, start[single[at]!]! + depth);
  }

  /** Judges blocks together by the columns that leave fewest rules; the few blocks that are left then one by one. */
  private testBlocks({ firstBlock, blocks, columns }: BlockList, depth: number): void {
    const { words, full } = this.masks;
    const { foundIn, rows, left } = this;
    const { run } = this.memory;
    const first = blocks === 1 ? 0 : Math.min(columns.length, columnsAtOnce);
    for (let block = 0; block < blocks; block++) left[block] = full[firstBlock + block]!;
    let again = 0;
    for (let at = 0; at < first; at++) {
      const column = columns[at]!;
      if (foundIn[column] !== run) this.findRow(column);
      again |= this.asksAgain[column]!;
      const row = rows[column]! + firstBlock;
      for (let block = 0; block < blocks; block++) left[block]! &= words[row + block]!;
    }
    for (let block = 0; block < blocks; block++) {
      if (left[block] !== 0) this.testBlock(firstBlock + block, left[block]!, columns, first, again, depth);
    }
  }

  /** Judges what is left of a block by the columns from a place on, then tests the rules they leave. */
  private testBlock(
    block: number,
    mask: number,
    columns: Int32Array,
    from: number,
    asked: number,
    depth: number,
  ): void {
    const { words, rules } = this.masks;
    const { foundIn, rows, asksAgain } = this;
    const { run } = this.memory;
    let left = mask;
    let again = asked;
    for (let at = from; at < columns.length; at++) {
      const column = columns[at]!;
      if (foundIn[column] !== run) this.findRow(column);
      left &= words[rows[column]! + block]!;
      if (left === 0) return;
      again |= asksAgain[column]!;
    }
    const { others, start } = this.table;
    for (; left !== 0; left &= left - 1) {
      const rule = rules[block * mostInBlock + 31 - Math.clz32(left & -left)]!;
      this.test(rule, again === 0 ? others[rule]! : start[rule]! + depth);
    }
  }

  /** Finds the row of a column for this run's value of its field. */
  private findRow(number: number): void {
    const column = this.masks.columns[number]!;
    const cell = this.cellOf(column);
    this.foundIn[number] = this.memory.run;
    this.rows[number] = this.masks.offsets[number]! + cell * column.width;
    // What is no number may still compare as one: each rule asks its operator.
    this.asksAgain[number] = Number(column.isCoarse || cell === column.anything);
  }

  private cellOf(column: MaskColumn): number {
    const { subject, kind } = column;
    if (kind === told.outcome) return Number(this.memory.holds(subject));
    if (kind === told.keys) return column.cellOfKey[this.memory.keyOf(subject) + 1]!;
    if (kind === told.presence) return this.memory.isAbsent(subject) ? 0 : 1;
    const value = this.memory.valueOf(subject);
    if (typeof value === 'number' && !Number.isNaN(value)) return countUpTo(column.cuts, value);
    const isNone =
      typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null;
    return isNone ? column.noNumber : column.anything;
  }

  /** Tests a rule for what it needs from a place in the table on. */
  private test(rule: number, from: number): void {
    const { memory } = this;
    const { slots, start } = this.table;
    const end = start[rule + 1]!;
    for (let slot = from; slot < end; slot++) if (!memory.holds(slots[slot]!)) return;
    this.matched.push(rule);
  }
}

/** Sorts a few numbers, and drops what is there twice: a rule may be found in two places. */
function sortOnce(numbers: number[]): void {
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at]!;
    let place = at;
    for (; place > 0 && numbers[place - 1]! > number; place--) numbers[place] = numbers[place - 1]!;
    numbers[place] = number;
  }
  let kept = 1;
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at] !== numbers[kept - 1]) numbers[kept++] = numbers[at]!;
  }
  numbers.length = kept;
}
