import type { Facts } from '../../rules-library/schema/rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { ConditionColumns } from './condition-columns.ts';
import type { DerivedFacts } from './derived-facts.ts';
import { EntryPoints } from './entry-points.ts';
import { FieldTable } from './fields.ts';
import { Matcher } from './matcher.ts';
import { RuleMasks } from './rule-masks.ts';
import { RuleTable } from './rule-table.ts';
import { WorkingMemory } from './working-memory.ts';

const unlimited = Number.POSITIVE_INFINITY;

/** Rules with all that was worked out about them, and the working memories of their runs. */
export class Program {
  private readonly fields = new FieldTable();
  private readonly columns: ConditionColumns;
  private readonly table: RuleTable;
  private readonly masks: RuleMasks;
  private readonly entries: EntryPoints;
  private readonly derived: DerivedFacts;
  private readonly hasRules: boolean;
  /** Those no run is using; a run begun within another (a fact that decides when it is read) has its own. */
  private readonly idle: Matcher[] = [];

  constructor(rules: readonly CompiledRule[], slots: number, derived: DerivedFacts) {
    this.derived = derived;
    this.hasRules = rules.length > 0;
    const trees = rules.map(({ tree }) => tree);
    this.columns = new ConditionColumns(slots, trees, this.fields);
    this.table = new RuleTable(rules, this.columns, this.fields.fields);
    this.masks = new RuleMasks(this.table, this.fields.fields);
    this.entries = new EntryPoints(rules, this.columns, this.fields, derived, this.table, this.masks);
    this.masks.finish();
  }

  /** Does some work on these facts within a budget of steps. */
  run<Answer>(facts: Facts, budget: number, work: (matcher: Matcher) => Answer): Answer {
    const matcher = this.idle.pop() ?? this.newMatcher();
    matcher.memory.open(facts, budget);
    try {
      return work(matcher);
    } finally {
      matcher.memory.close();
      if (!matcher.memory.isSpent) this.idle.push(matcher);
    }
  }

  /** Adds derived facts that rules read whose guards hold; all of them where there are no rules. */
  prepare(facts: Facts, budget = unlimited): Facts {
    if (this.derived.ordered.length === 0) return facts;
    if (!this.hasRules) return this.prepareAll(facts, budget);
    return this.run(facts, budget, (matcher) => {
      const wanted = matcher.enter().flatMap(({ derived }) => derived);
      return wanted.length === 0 ? facts : matcher.memory.prepare(wanted);
    });
  }

  /** Adds all derived facts of the stage. */
  prepareAll(facts: Facts, budget = unlimited): Facts {
    if (this.derived.ordered.length === 0) return facts;
    return this.run(facts, budget, ({ memory }) => memory.prepare(this.derived.ordered.keys()));
  }

  private newMatcher(): Matcher {
    const memory = new WorkingMemory(this.fields.fields, this.columns, this.derived);
    return new Matcher(this.entries, this.table, this.masks, memory);
  }
}
