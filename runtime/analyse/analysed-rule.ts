import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { JsonRule } from '../../rules-library/schema/rule.ts';
import { missingData } from '../compile/missing-data.ts';
import { sameValue, textOfValue } from '../effects/same-value.ts';
import { conjuncts } from './core.ts';
import type { Domain } from '../solve/domain.ts';
import { testsOf, type Formula } from '../solve/formula.ts';
import type { Literals } from '../solve/literal.ts';
import type { FormulaReader } from '../solve/read-formula.ts';
import { State } from '../solve/state.ts';
import type { Variable } from '../solve/variable.ts';

/** What a rule does to what, so far as it is known without an order. */
export interface RuleEffect {
  command: string;
  /** The target a param names; '' for the subject. */
  target: string;
  /** Same command, target and key: only one of them takes place. Undefined where it depends on the order. */
  slot: string | undefined;
  input: string;
}

export interface AnalysedRule {
  /** Place in the given array; with the priority it says which of two comes first. */
  index: number;
  rule: JsonRule;
  formula: Formula;
  /** `event.stage` it belongs to; '' for the trigger's and for rules that do not say. */
  stage: string;
  /** Facts its conditions name. */
  facts: ReadonlySet<string>;
  /** What it surely asks of single variables; null where already these exclude each other. */
  box: ReadonlyMap<Variable, Domain> | null;
  effect: RuleEffect;
  /** Made by the compiler for missing data, not drawn by anybody. */
  forMissing: boolean;
}

/** Reads a rule for analysis. */
export function analysedRule(
  rule: JsonRule,
  index: number,
  reader: FormulaReader,
  vocabulary: Vocabulary,
): Omit<AnalysedRule, 'box'> {
  const formula = reader.read(rule.conditions);
  return {
    index,
    rule,
    formula,
    stage: stageOf(formula),
    facts: new Set(testsOf(formula).map(({ fact }) => fact)),
    effect: effectOf(rule, vocabulary),
    forMissing: isForMissing(rule),
  };
}

function stageOf(formula: Formula): string {
  const parts = conjuncts({ formula, wanted: true });
  const guard = parts.find(
    ({ formula: part, wanted }) =>
      wanted &&
      part.kind === 'test' &&
      part.source.fact === 'event.stage' &&
      part.source.operator === 'equal',
  )?.formula;
  const value = guard?.kind === 'test' ? guard.source.value : '';
  return typeof value === 'string' ? value : '';
}

function effectOf({ event }: JsonRule, vocabulary: Vocabulary): RuleEffect {
  const { target, ...params } = event.params ?? {};
  const named = typeof target === 'string' ? target : target === undefined ? '' : textOfValue(target);
  const command = vocabulary.commands.get(event.type);
  const read = command?.input.safeParse(params);
  const input = textOfValue(read?.success === true ? read.data : params);
  const key =
    command === undefined ? input : read?.success === true ? command.key(read.data as never) : undefined;
  const slot = key === undefined ? undefined : JSON.stringify([event.type, named, key]);
  return { command: event.type, target: named, slot, input };
}

function isForMissing({ event }: JsonRule): boolean {
  const made = [missingData('order', false), missingData('order', true), missingData(undefined, false)];
  return made.some(({ type, params }) => type === event.type && sameValue(params ?? {}, event.params ?? {}));
}

/** What all ways through a formula ask of single variables. Needs every formula to be read before. */
export function boxOf(formula: Formula, literals: Literals): ReadonlyMap<Variable, Domain> | null {
  const state = new State();
  const fits = (one: Formula, wanted: boolean): boolean => {
    if (one.kind === 'not') return fits(one.part, !wanted);
    if (one.kind !== 'test') {
      return (one.kind === 'all') !== wanted || one.parts.every((part) => fits(part, wanted));
    }
    const literal = literals.of(one.source);
    if (literal.kind === 'relation') return true;
    const sets = wanted ? literal.holds : literal.fails;
    return sets.length > 1 || (sets.length === 1 && state.narrow(literal.variable, sets[0]!));
  };
  if (!fits(formula, true)) return null;
  return new Map(state.narrowed.map((variable) => [variable, state.domainOf(variable)]));
}
