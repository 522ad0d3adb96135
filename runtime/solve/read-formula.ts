import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import { allOf, always, anyOf, test, type Formula } from './formula.ts';

/** Reads json-rules-engine conditions; equal comparisons and groups become one object. */
export class FormulaReader {
  private readonly byText = new Map<string, Formula>();
  private readonly bySource = new WeakMap<JsonCondition, Formula>();
  private readonly ids = new Map<Formula, number>();
  private readonly named: Readonly<Record<string, JsonCondition>>;

  /** `named`: conditions rules refer to by name; they must not go in a circle. */
  constructor(named: Readonly<Record<string, JsonCondition>> = {}) {
    this.named = named;
  }

  read(condition: JsonCondition): Formula {
    const known = this.bySource.get(condition);
    if (known !== undefined) return known;
    const made = this.make(condition);
    this.bySource.set(condition, made);
    return made;
  }

  private make(condition: JsonCondition): Formula {
    if ('all' in condition) return this.group('all', condition.all);
    // As in both engines, a group of nothing holds.
    if ('any' in condition) return condition.any.length === 0 ? always : this.group('any', condition.any);
    if ('not' in condition) {
      const part = this.read(condition.not);
      return this.shared(`not ${this.idOf(part)}`, { kind: 'not', part });
    }
    if ('condition' in condition) return this.read(this.named[condition.condition]!);
    const { fact, path, operator, value, name } = condition;
    return this.shared(`test ${JSON.stringify([fact, path, operator, value, name])}`, test(condition));
  }

  private group(kind: 'all' | 'any', conditions: readonly JsonCondition[]): Formula {
    const parts = conditions.map((one) => this.read(one));
    const made = kind === 'all' ? allOf(parts) : anyOf(parts);
    return parts.length === 1
      ? made
      : this.shared(`${kind} ${parts.map((part) => this.idOf(part)).join(' ')}`, made);
  }

  private idOf(formula: Formula): number {
    const known = this.ids.get(formula);
    if (known !== undefined) return known;
    this.ids.set(formula, this.ids.size);
    return this.ids.size - 1;
  }

  private shared(text: string, made: Formula): Formula {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, made);
    return made;
  }
}
