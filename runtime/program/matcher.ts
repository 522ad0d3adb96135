import { told } from './block-column.ts';
import type { EntryPoints, RuleGroup } from './entry-points.ts';
import { mostInBlock, type RuleBlocks } from './rule-blocks.ts';
import type { RuleIndex, RuleList } from './rule-index.ts';
import type { RuleTable } from './rule-table.ts';
import { noKey, unsure, type WorkingMemory } from './working-memory.ts';

/** Finds the rules that match in one working memory. */
export class Matcher {
  readonly memory: WorkingMemory;
  private readonly matched: number[] = [];
  private readonly groups: RuleGroup[] = [];
  private readonly entries: EntryPoints;
  private readonly table: RuleTable;
  private readonly blocks: RuleBlocks;
  /** Whether every column of the block at hand could tell. */
  private isSure = true;

  constructor(entries: EntryPoints, table: RuleTable, blocks: RuleBlocks, memory: WorkingMemory) {
    this.entries = entries;
    this.table = table;
    this.blocks = blocks;
    this.memory = memory;
  }

  /** Groups of rules whose event, stage, source and seasons hold. */
  enter(): readonly RuleGroup[] {
    this.groups.length = 0;
    this.entries.enter(this.memory, this.groups);
    return this.groups;
  }

  /** Numbers of the rules that match, ascending; the list is used again by the next run. */
  match(): readonly number[] {
    this.matched.length = 0;
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

  private testList({ depth, firstBlock, blocks, single }: RuleList): void {
    this.memory.charge(single.length + blocks);
    let place = firstBlock;
    for (let count = 0; count < blocks; count++) place = this.testBlock(place, depth);
    const { start } = this.table;
    for (let at = 0; at < single.length; at++) this.test(single[at]!, start[single[at]!]! + depth);
  }

  /** Tests the rules of a block; the place after it. */
  private testBlock(place: number, depth: number): number {
    const { words } = this.blocks;
    const size = words[place]!;
    const columns = words[place + 1]!;
    const end = words[place + 2]!;
    let left = size === mostInBlock ? -1 : (1 << size) - 1;
    let at = place + 3 + size;
    this.isSure = true;
    for (let column = 0; column < columns && left !== 0; column++) {
      left &= this.maskOf(at);
      at += words[at + 1]!;
    }
    while (left !== 0) {
      const rule = words[place + 3 + 31 - Math.clz32(left & -left)]!;
      left &= left - 1;
      this.test(rule, this.isSure ? this.table.others[rule]! : this.table.start[rule]! + depth);
    }
    return end;
  }

  /** The rules of a block that the column at this place leaves. */
  private maskOf(at: number): number {
    const { memory } = this;
    const { words } = this.blocks;
    const field = words[at]! >> 2;
    switch (words[at]! & 3) {
      case told.presence:
        return words[at + 4 + (memory.isAbsent(field) ? 0 : 1)]!;
      case told.fewKeys:
        return words[at + 5 + memory.keyOf(field)]!;
      case told.manyKeys:
        return this.maskOfKey(at, memory.keyOf(field));
      default:
        return this.maskOfPlace(at, memory.placeOf(field));
    }
  }

  private maskOfKey(at: number, key: number): number {
    const { words, halves } = this.blocks;
    const points = words[at + 2]!;
    for (let point = 0; point < points; point++) {
      if (halves[2 * at + 8 + point] === key) return words[at + 4 + ((points + 1) >> 1) + point]!;
    }
    return words[at + 3]!;
  }

  private maskOfPlace(at: number, place: number): number {
    const { words, halves } = this.blocks;
    if (place < 0) {
      // What is no number may still compare as one: each rule asks its operator.
      this.isSure &&= place !== unsure;
      return place === unsure ? -1 : words[at + 3]!;
    }
    const points = words[at + 2]!;
    const first = 2 * at + 8;
    let passed = 0;
    // Counts without branching: a point not above the place makes the difference negative.
    for (let point = first; point < first + points; point++) passed += (halves[point]! - place - 1) >>> 31;
    return words[at + 4 + ((points + 1) >> 1) + passed]!;
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
