import type { Text } from '../../rules-library/schema/text.ts';

/** A rule that cannot be run, with where and why; nothing of the array is compiled. */
export class RuleError extends Error {
  readonly rule: string;
  readonly text: Text;

  constructor(rule: string, text: Text) {
    super(`Rule ${rule}: ${text.en}`);
    this.name = 'RuleError';
    this.rule = rule;
    this.text = text;
  }
}
