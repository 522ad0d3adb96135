import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { planEffects } from '../effects/plan-effects.ts';
import { textOfValue } from '../effects/same-value.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { compileRules, type RuleProgram } from '../program/compile-rules.ts';

/** What decides: the rules of a release and the facts calculated for them. */
export interface RuleSet {
  rules: readonly JsonRule[];
  derived: readonly DerivedFact[];
}

/** A decision that was once made: the facts it read, when (epoch ms), and about what (`order:ID`). */
export interface Recorded {
  facts: Facts;
  at: number;
  subject: string;
}

export interface JudgedEffect {
  command: string;
  ruleId: string;
  input: Readonly<Record<string, unknown>>;
  /** Equal for effects that do the same. */
  text: string;
}

/** What comes of a set of matching rules. Shared by decisions that come out alike: never changed. */
export interface Outcome {
  /** Ids of the rules that matched, in their order. */
  matched: readonly string[];
  /** What takes place, overridden effects left out. */
  effects: readonly JudgedEffect[];
  /** Equal for outcomes that do the same, whatever the order. */
  text: string;
}

export interface Judged {
  outcome: Outcome;
  /** Facts that rules wanted and that are not there. */
  unknown: readonly string[];
}

export interface JudgeContext {
  vocabulary: Vocabulary;
  zone?: string;
}

const mostRemembered = 10_000;

/** Nothing was decided: rules that could not be run to the end turn the order over to a person. */
const undecided: Outcome = { matched: [], effects: [], text: 'undecided' };

/**
 * Decides recorded facts again and tells what would follow. The outcome of a set of rules whose actions name no fact and no
 * moment is planned once and remembered.
 */
export class Judge {
  readonly program: RuleProgram;
  private readonly fixed: ReadonlySet<string>;
  private readonly remembered = new Map<string, Outcome>();
  private readonly context: JudgeContext;

  constructor({ rules, derived }: RuleSet, context: JudgeContext) {
    this.program = compileRules(rules, { derived });
    this.context = context;
    this.fixed = new Set(rules.filter(({ event }) => isFixed(event.params)).map(({ id }) => id));
  }

  /** Never throws: what no rule can judge is `undecided`, as it would be live. */
  judge(recorded: Recorded): Judged {
    try {
      return this.decide(recorded);
    } catch {
      return { outcome: undecided, unknown: [] };
    }
  }

  private decide({ facts, at, subject }: Recorded): Judged {
    const { events, unknown } = this.program.evaluate(facts);
    const kind = subject.slice(0, subject.indexOf(':') + 1);
    const plan = (): Outcome => {
      const prepared = this.program.prepare(facts);
      // Whichever it is: what is compared is what happens to it.
      const context = { ...this.context, facts: prepared, now: at, subject: `${kind}*` };
      const effects = planEffects(events, context).effects.map(({ command, target, input, ruleId }) => ({
        command,
        ruleId,
        input,
        text: `${command} ${target} ${textOfValue(input)}`,
      }));
      const text = effects.map((effect) => effect.text);
      return { matched: events.map(({ ruleId }) => ruleId), effects, text: text.sort().join('\n') };
    };
    if (events.some(({ ruleId }) => !this.fixed.has(ruleId))) return { outcome: plan(), unknown };
    let key = kind;
    for (const { ruleId } of events) key += `\n${ruleId}`;
    let outcome = this.remembered.get(key);
    if (outcome === undefined) {
      if (this.remembered.size >= mostRemembered) this.remembered.clear();
      this.remembered.set(key, (outcome = plan()));
    }
    return { outcome, unknown };
  }
}

/** Whether an action does the same whatever the facts and the moment. */
function isFixed(params: unknown): boolean {
  return factsOfParams(params).length === 0 && !namesMoment(params);
}

function namesMoment(params: unknown): boolean {
  if (typeof params !== 'object' || params === null) return false;
  return Object.hasOwn(params, 'inMinutes') || Object.values(params).some(namesMoment);
}
