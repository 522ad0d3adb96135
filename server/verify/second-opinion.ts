import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { compileRules, type RuleProgram } from '../../runtime/index.ts';
import {
  InventedFacts,
  probesOf,
  RulesByScope,
  scopeName,
  scopesOf,
  type Scope,
} from '../../runtime/verify/index.ts';
import type { MatchedRecords } from './compare-recorded.ts';
import type { SecondEngine } from './stock-engine.ts';
import type { TimeBudget } from './time-budget.ts';
import type { SecondOpinion } from './verification.ts';

/** Orders of each kind for each changed rule. */
export const wantedProbes = 5;
const mostDisagreements = 5;

export interface SecondOpinionOptions {
  rules: readonly JsonRule[];
  changed: readonly JsonRule[];
  /** Adds derived facts to recorded ones. */
  prepare: RuleProgram['prepare'];
  matched: MatchedRecords;
  /** Invented orders wanted. */
  generated: number;
  vocabulary: Vocabulary;
  engine: SecondEngine;
  /** From 0 up to 1. */
  random: () => number;
  budget: TimeBudget;
}

/** Share of the time for orders around the changed rules; what they do not need goes to invented ones. */
const probesShare = 0.7;

/**
 * Asks another engine about the changed rules: on orders that match them and such that nearly do, each with the rule and those that ours
 * says match beside it; then on invented orders with all rules of the event and stage. Calculated facts are given to both
 * engines as facts: the other engine has no opinion of them.
 */
export async function secondOpinion(options: SecondOpinionOptions): Promise<SecondOpinion> {
  const { changed, generated, budget } = options;
  const asking = new Asking(options);
  const probes = budget.share(probesShare);
  for (const rule of changed) {
    if (probes.isOver()) break;
    await asking.aboutRule(rule);
  }
  const wanted = changed.length === 0 ? 0 : generated;
  while (asking.found.generated < wanted && !budget.isOver()) await asking.aboutInvented();
  return { ...asking.found, generatedLeftOut: wanted - asking.found.generated };
}

class Asking {
  readonly found: SecondOpinion;
  private readonly options: SecondOpinionOptions;
  private readonly program: RuleProgram;
  private readonly places: ReadonlyMap<string, number>;
  private readonly byScope: RulesByScope;
  private readonly scopes: readonly Scope[];
  private readonly invented = new Map<Scope, InventedFacts>();

  constructor(options: SecondOpinionOptions) {
    this.options = options;
    // Without derived facts: these are given.
    this.program = compileRules(options.rules);
    this.places = new Map(options.rules.map(({ id }, place) => [id, place]));
    this.byScope = new RulesByScope(options.rules);
    this.scopes = this.scopesOfChange();
    this.found = {
      changed: options.changed.length,
      changedLeftOut: options.changed.length,
      matching: 0,
      nearly: 0,
      generated: 0,
      generatedLeftOut: 0,
      thin: 0,
      noOpinion: 0,
      disagreements: [],
    };
  }

  /** Orders around one rule; recorded ones first. */
  async aboutRule(rule: JsonRule): Promise<void> {
    const { matched, prepare, random } = this.options;
    const scopes = this.known(scopesOf(rule));
    const base = (): Facts => {
      const scope = scopes[Math.floor(random() * scopes.length)];
      return scope === undefined ? {} : this.inventedFor(scope).next(scope);
    };
    const real = (matched.get(rule.id) ?? []).map(({ facts }) => prepare(facts));
    const { matching, nearly } = probesOf(rule, {
      wanted: wantedProbes,
      samples: this.samples,
      base,
      random,
    });
    const orders = [...real, ...matching].slice(0, Math.max(wantedProbes, real.length));
    if (orders.length < wantedProbes || nearly.length < wantedProbes) this.found.thin++;
    for (const facts of orders)
      if (await this.compare(this.besides(rule, facts), facts)) this.found.matching++;
    for (const facts of nearly) if (await this.compare(this.besides(rule, facts), facts)) this.found.nearly++;
    this.found.changedLeftOut--;
  }

  /** One invented order, with all rules of its event and stage. */
  async aboutInvented(): Promise<void> {
    const scope = this.scopes[this.found.generated % this.scopes.length]!;
    const facts = this.inventedFor(scope).next(scope);
    await this.compare(this.byScope.of(scope), facts);
    this.found.generated++;
  }

  private readonly samples = (fact: string): readonly unknown[] =>
    this.options.vocabulary.facts.get(fact)?.samples ?? [];

  /** Scopes in which a changed rule applies. */
  private scopesOfChange(): Scope[] {
    const names = new Set(this.options.changed.flatMap(scopesOf).map((scope) => scopeName(scope)));
    return this.byScope.scopes().filter((scope) => names.has(scopeName(scope)));
  }

  private known(scopes: readonly Scope[]): Scope[] {
    const names = new Set(scopes.map((scope) => scopeName(scope)));
    return this.scopes.filter((scope) => names.has(scopeName(scope)));
  }

  private inventedFor(scope: Scope): InventedFacts {
    const known = this.invented.get(scope);
    if (known !== undefined) return known;
    const made = new InventedFacts(this.byScope.of(scope), this.samples, this.options.random);
    this.invented.set(scope, made);
    return made;
  }

  /** A rule and those that ours says match: what a mistake about it would be seen beside. */
  private besides(rule: JsonRule, facts: Facts): JsonRule[] {
    const ids = new Set([rule.id, ...(this.matchedBy(facts) ?? [])]);
    const places = [...ids].flatMap((id) => this.places.get(id) ?? []);
    return places.sort((one, other) => one - other).map((place) => this.options.rules[place]!);
  }

  /** Gives both engines the same; false when one of them gave up. */
  private async compare(rules: readonly JsonRule[], facts: Facts): Promise<boolean> {
    const asked = new Set(rules.map(({ id }) => id));
    const ours = this.matchedBy(facts)?.filter((id) => asked.has(id));
    const theirs = await this.otherOpinion(rules, facts);
    if (ours === undefined || theirs === undefined) {
      this.found.noOpinion++;
      return false;
    }
    const place = ours.findIndex((id, index) => id !== theirs[index]);
    if (place === -1 && ours.length === theirs.length) return true;
    const rule = place === -1 ? theirs[ours.length]! : ours[place]!;
    const scope = scopeOfFacts(facts);
    if (this.found.disagreements.length < mostDisagreements)
      this.found.disagreements.push({ scope, facts, ours, theirs, rule });
    return true;
  }

  private matchedBy(facts: Facts): string[] | undefined {
    try {
      return this.program.evaluate(facts).events.map(({ ruleId }) => ruleId);
    } catch {
      return undefined;
    }
  }

  private async otherOpinion(rules: readonly JsonRule[], facts: Facts): Promise<string[] | undefined> {
    try {
      return (await this.options.engine(rules, facts)).map(({ ruleId }) => ruleId);
    } catch {
      return undefined;
    }
  }
}

function scopeOfFacts(facts: Facts): Scope {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { event: text(facts['event.type']), stage: text(facts['event.stage']) };
}
