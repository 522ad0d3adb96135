import type { CompiledRule } from './compiled-rule.ts';
import { code, type ConditionColumns } from './condition-columns.ts';
import type { DerivedFacts } from './derived-facts.ts';
import { derivedWith } from './derived-wanted.ts';
import type { FieldTable } from './fields.ts';
import { buildIndex, type RuleIndex } from './rule-index.ts';
import type { RuleMasks } from './rule-masks.ts';
import type { RuleTable } from './rule-table.ts';
import { noKey, type WorkingMemory } from './working-memory.ts';

/** Rules that apply together: same event, stage, source and seasons. */
export interface RuleGroup {
  /** Slots of guards that are not told by event and stage. */
  readonly guards: Int32Array;
  readonly index: RuleIndex;
  /** Fields whose absence is told. */
  readonly named: Int32Array;
  /** Derived facts that conditions or params read, with what stands beside them. */
  readonly derived: readonly number[];
}

interface Entry {
  readonly groups: readonly RuleGroup[];
  /** Whether there are guards left to be asked. */
  readonly isGuarded: boolean;
}

/** Events a rule may listen to and still be found by each of them. */
const mostEvents = 32;
const keysSay: ReadonlySet<number> = new Set([code.oneOf, code.equal, code.in]);
/** Stands for "any value" among keys. */
const anyKey = noKey;

/**
 * Where a run enters the program: by event, then by stage, then by the guards left over (seasons, sources). Rules of
 * other events and stages are never seen.
 */
export class EntryPoints {
  private readonly typeField: number;
  private readonly stageField: number;
  private readonly groups = new Map<number, Map<number, RuleGroup[]>>();
  /** By event and stage, as runs come by them. */
  private readonly entries: (Entry | undefined)[] = [];
  private readonly stages: number;

  constructor(
    rules: readonly CompiledRule[],
    columns: ConditionColumns,
    fields: FieldTable,
    derived: DerivedFacts,
    table: RuleTable,
    masks: RuleMasks,
  ) {
    this.typeField = fields.numberOf('event.type');
    this.stageField = fields.numberOf('event.stage');
    const drafts = new Map<string, { type: number; stage: number; guards: number[]; rules: number[] }>();
    rules.forEach((rule, number) => {
      const guards = rule.guards.map(({ slot }) => slot);
      const types = this.keysOf(this.typeField, guards, columns);
      const stages = this.keysOf(this.stageField, guards, columns);
      const told = new Set([types.slot, stages.slot]);
      const left = [...new Set(guards)].filter((slot) => !told.has(slot)).sort((one, other) => one - other);
      for (const type of types.keys) {
        for (const stage of stages.keys) {
          const name = `${type} ${stage} ${left.join(' ')}`;
          const draft = drafts.get(name) ?? { type, stage, guards: left, rules: [] };
          drafts.set(name, draft);
          draft.rules.push(number);
        }
      }
    });
    this.stages = fields.fields[this.stageField]!.keys.size + 1;
    for (const draft of drafts.values()) {
      const own = draft.rules.map((rule) => rules[rule]!);
      const byStage = this.groups.get(draft.type) ?? new Map<number, RuleGroup[]>();
      this.groups.set(draft.type, byStage);
      const groups = byStage.get(draft.stage) ?? [];
      byStage.set(draft.stage, groups);
      groups.push({
        guards: Int32Array.from(draft.guards),
        index: buildIndex(draft.rules, table, masks),
        named: Int32Array.from(new Set(own.flatMap(({ named }) => named)), (fact) => fields.numberOf(fact)),
        derived: derivedWith(own, derived),
      });
    }
  }

  /** Groups whose guards hold, in no particular order. */
  enter(memory: WorkingMemory): readonly RuleGroup[] {
    const type = memory.keyOf(this.typeField);
    const stage = memory.keyOf(this.stageField);
    const place = (type + 1) * this.stages + stage + 1;
    const entry = (this.entries[place] ??= this.entryOf(type, stage));
    return entry.isGuarded ? entry.groups.filter(({ guards }) => allHold(guards, memory)) : entry.groups;
  }

  /** What stands under an event and a stage, and under any. */
  private entryOf(type: number, stage: number): Entry {
    const groups = [...new Set([anyKey, type])].flatMap((ofType) =>
      [...new Set([anyKey, stage])].flatMap((ofStage) => this.groups.get(ofType)?.get(ofStage) ?? []),
    );
    return { groups, isGuarded: groups.some(({ guards }) => guards.length > 0) };
  }

  /** The keys a guard on the field asks for, and its slot; any key where there is no such guard. */
  private keysOf(
    field: number,
    guards: readonly number[],
    columns: ConditionColumns,
  ): { keys: Iterable<number>; slot: number } {
    for (const slot of guards) {
      if (columns.field[slot] !== field) continue;
      const keys = columns.keys[slot]!;
      const says = keysSay.has(columns.code[slot]!) && keys.size > 0 && keys.size <= mostEvents;
      if (says) return { keys, slot };
    }
    return { keys: [anyKey], slot: -1 };
  }
}

function allHold(guards: Int32Array, memory: WorkingMemory): boolean {
  for (let at = 0; at < guards.length; at++) if (!memory.holds(guards[at]!)) return false;
  return true;
}
