import type { Text } from '../../rules-library/schema/text.ts';

/** A rule that cannot be run, with where and why; nothing of the array is compiled. */
export class RuleError extends Error {
  readonly rule: string;
  readonly text: Text;
  /** Where in the rule, as `conditions.all[1].not`; undefined where the whole rule is meant. */
  readonly path: string | undefined;

  constructor(rule: string, text: Text, path?: string) {
    super(`Rule ${rule}: ${text.en}${path === undefined ? '' : ` (${path})`}`);
    this.name = 'RuleError';
    this.rule = rule;
    this.text = text;
    this.path = path;
  }
}
