import { noBlocks, type BlockList, type RuleMasks } from './rule-masks.ts';
import type { RuleTable } from './rule-table.ts';

/** Fewer rules than this are tested one by one faster than together. */
const fewRules = 5;
/** A shelf for fewer rules is not worth looking its field up. */
const thinShelf = 4;

/** Some rules to be tested, past their first `depth` conditions. */
export interface RuleList {
  readonly depth: number;
  readonly blocks: BlockList;
  /** Rules too few for a block. */
  readonly single: Int32Array;
}

/** Rules by the value one field has. */
export interface KeyShelf {
  readonly field: number;
  readonly lists: ReadonlyMap<number, RuleList>;
}

/** Rules of a group: each under the values of its most selective equality; those without one in `rest`. */
export interface RuleIndex {
  readonly shelves: readonly KeyShelf[];
  readonly rest: RuleList;
}

/** Builds the index of some rules, given by number. */
export function buildIndex(rules: readonly number[], table: RuleTable, masks: RuleMasks): RuleIndex {
  const fieldsOf = (rule: number): Set<number> =>
    new Set(table.anchors[rule]?.places.map(({ field }) => field));
  const crowds = new Map<number, number>();
  for (const rule of rules) {
    for (const field of fieldsOf(rule)) crowds.set(field, (crowds.get(field) ?? 0) + 1);
  }
  const rest: number[] = [];
  const shelves = new Map<number, Map<number, number[]>>();
  for (const rule of rules) {
    const anchor = table.anchors[rule];
    if (anchor === undefined || [...fieldsOf(rule)].some((field) => crowds.get(field)! < thinShelf)) {
      rest.push(rule);
      continue;
    }
    for (const { field, key } of anchor.places) listAt(shelves, field, key).push(rule);
  }
  return {
    shelves: [...shelves].map(([field, lists]) => ({
      field,
      lists: new Map([...lists].map(([key, list]) => [key, listOf(list, 1, table, masks)])),
    })),
    rest: listOf(rest, 0, table, masks),
  };
}

function listOf(rules: readonly number[], depth: number, table: RuleTable, masks: RuleMasks): RuleList {
  if (rules.length < fewRules) return { depth, blocks: noBlocks, single: Int32Array.from(rules) };
  const ways = alike(rules, depth, table).flatMap((rule) =>
    table.waysOf(rule, depth).map((slots) => ({ rule, slots })),
  );
  return { depth, blocks: masks.add(ways), single: nothing };
}

const nothing = new Int32Array();

/** Rules sorted by their most selective condition, so that a block has rules that fail together. */
function alike(rules: readonly number[], depth: number, table: RuleTable): number[] {
  const { columns, slots, start } = table;
  return rules
    .map((rule) => {
      const slot = slots[start[rule]! + depth] ?? -1;
      const low = columns.low[slot] ?? 0;
      return {
        rule,
        field: columns.field[slot] ?? -1,
        key: Number.isFinite(low) ? low : (columns.high[slot] ?? 0),
        mask: columns.mask[slot] ?? 0,
      };
    })
    .sort(
      (one, other) =>
        one.field - other.field ||
        one.mask - other.mask ||
        (one.key === other.key ? one.rule - other.rule : one.key - other.key),
    )
    .map(({ rule }) => rule);
}

function listAt(shelves: Map<number, Map<number, number[]>>, field: number, key: number): number[] {
  const lists = shelves.get(field) ?? new Map<number, number[]>();
  shelves.set(field, lists);
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
