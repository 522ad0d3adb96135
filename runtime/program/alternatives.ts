import { code, type ConditionColumns } from './condition-columns.ts';
import { kindOf } from './mask-column.ts';

/** A rule with more ways to match keeps its alternatives as a condition of its own. */
export const mostWays = 4;

/** Comparisons by slot that hold together. */
type Way = number[];

/** The ways a condition may hold, each made of comparisons a block can tell. */
export class Alternatives {
  private readonly columns: ConditionColumns;
  private readonly known = new Map<number, Way[] | undefined>();

  constructor(columns: ConditionColumns) {
    this.columns = columns;
  }

  /** Undefined where blocks cannot tell, or there are too many ways. */
  of(slot: number): Way[] | undefined {
    if (this.known.has(slot)) return this.known.get(slot);
    const ways = this.find(slot);
    const found = ways !== undefined && ways.length <= mostWays ? ways : undefined;
    this.known.set(slot, found);
    return found;
  }

  private find(slot: number): Way[] | undefined {
    const judgedBy = this.columns.code[slot];
    if (kindOf(slot, this.columns) !== undefined) return [[slot]];
    if (judgedBy !== code.any && judgedBy !== code.all) return undefined;
    const parts: Way[][] = [];
    for (const part of this.columns.parts[slot]!) {
      const ways = this.of(part);
      if (ways === undefined) return undefined;
      parts.push(ways);
    }
    // As stock: a group of nothing holds.
    return judgedBy === code.all || parts.length === 0 ? together(parts) : parts.flat();
  }
}

/** Every way to take one of each. */
export function together(parts: readonly (readonly Way[])[]): Way[] {
  let ways: Way[] = [[]];
  for (const part of parts) {
    ways = ways.flatMap((way) => part.map((own) => [...way, ...own]));
    if (ways.length > mostWays) return ways;
  }
  return ways;
}
