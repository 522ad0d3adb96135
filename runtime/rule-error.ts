import type { Text } from '../rules-library/schema/text.ts';

/** Rules that cannot be taken: where (`rules[3].conditions.all[0].operator`), why and what to do, in words. */
export class RuleError extends Error {
  readonly code: string;
  readonly path: string;
  readonly text: Text;

  constructor(code: string, path: string, text: Text) {
    super(`${path}: ${text.en}`);
    this.name = 'RuleError';
    this.code = code;
    this.path = path;
    this.text = text;
  }
}
