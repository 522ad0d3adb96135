import { RuleError } from './rule-error.ts';

/**
 * Thrown by `evaluate` and `prepare` when rules and facts together ask for more work than one decision may take. Nothing
 * was decided: the caller turns the case over to a person.
 */
export class BudgetError extends RuleError {
  /** Steps that were allowed. */
  readonly steps: number;

  constructor(steps: number) {
    super('evaluate', {
      zh: `判定超过 ${steps} 步，没有得出结论`,
      en: `judging took more than ${steps} steps; nothing was decided`,
    });
    this.name = 'BudgetError';
    this.steps = steps;
  }
}
