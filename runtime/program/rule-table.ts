import { Alternatives, mostWays, together } from './alternatives.ts';
import { Anchors, type Anchor } from './anchors.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { kindOf } from './mask-column.ts';
import type { ConditionColumns } from './condition-columns.ts';
import { conjunctsOf } from './condition-tree.ts';
import type { Field } from './fields.ts';
import { isGuard } from './guards.ts';
import { Selectivity } from './selectivity.ts';

/** A condition that holds for more orders than this is no help in finding its rule. */
const broad = 0.7;
/** Conditions of one rule that blocks tell: a block grows by their product. */
const mostTold = 16;

/**
 * What each rule needs beyond its guards, as one list of slots: first the condition it is found by, if there is one, then
 * those a block can tell for many rules at once, then all others; the most selective first.
 */
export class RuleTable {
  readonly slots: Int32Array;
  /** Rule n has the slots from `start[n]` up to `start[n + 1]`; from `others[n]` on no block tells. */
  readonly start: Int32Array;
  readonly others: Int32Array;
  /** What the rule can be found by; its slot is the rule's first. */
  readonly anchors: readonly (Anchor | undefined)[];
  readonly columns: ConditionColumns;
  readonly selectivity: Selectivity;
  private readonly alternatives: Alternatives;
  private readonly isTold: (slot: number) => boolean;

  constructor(rules: readonly CompiledRule[], columns: ConditionColumns, fields: readonly Field[]) {
    this.columns = columns;
    this.selectivity = new Selectivity(columns, fields);
    const anchors = new Anchors(columns, this.selectivity);
    const alternatives = new Alternatives(columns);
    this.alternatives = alternatives;
    this.isTold = (slot) => kindOf(slot, columns) !== undefined;
    const slots: number[] = [];
    this.start = new Int32Array(rules.length + 1);
    this.others = new Int32Array(rules.length);
    this.anchors = rules.map(({ tree }, rule) => {
      const needed = conjunctsOf(tree)
        .filter((part) => part.kind !== 'test' || !isGuard(part.predicate))
        .map(({ slot }) => slot)
        .sort((one, other) => this.selectivity.shareOf(one) - this.selectivity.shareOf(other));
      const found = needed.find((slot) => (anchors.of(slot)?.share ?? 1) < broad);
      const anchor = found === undefined ? undefined : anchors.of(found);
      if (found !== undefined) slots.push(found);
      const isSaid = anchor?.isExact === true && this.isTold(found!);
      const left = isSaid ? needed.filter((slot) => slot !== found) : needed;
      const told = new Set(left.filter(this.isTold).slice(0, mostTold));
      for (const slot of told) slots.push(slot);
      let ways = 1;
      for (const slot of left) {
        if (this.isTold(slot)) continue;
        const own = alternatives.of(slot)?.length ?? Number.POSITIVE_INFINITY;
        if (ways * own > mostWays) continue;
        ways *= own;
        told.add(slot);
        slots.push(slot);
      }
      this.others[rule] = slots.length;
      for (const slot of left) if (!told.has(slot)) slots.push(slot);
      this.start[rule + 1] = slots.length;
      return anchor;
    });
    this.slots = Int32Array.from(slots);
  }

  /** The ways a rule may match past its first `depth` conditions, as far as a block can tell: comparisons by slot. */
  waysOf(rule: number, depth: number): number[][] {
    const told = new Set(this.slots.subarray(this.start[rule]! + depth, this.others[rule]));
    return together([...told].map((slot) => this.alternatives.of(slot) ?? [[]]));
  }
}
