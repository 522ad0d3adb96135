import type { Problem } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** Gathers what is wrong with a drawing. */
export class Problems {
  readonly list: Problem[] = [];

  error(code: string, text: Text, where: { node?: string; edge?: string; path?: string } = {}): void {
    this.add('error', code, text, where);
  }

  warning(code: string, text: Text, where: { node?: string; edge?: string; path?: string } = {}): void {
    this.add('warning', code, text, where);
  }

  get hasErrors(): boolean {
    return this.list.some(({ level }) => level === 'error');
  }

  /** Errors before warnings, then by node: never by the order of drawing. */
  sorted(): Problem[] {
    const key = ({ level, node, code, path, text }: Problem): string =>
      [level === 'error' ? 0 : 1, node ?? '', code, path ?? '', text.en].join('\u0000');
    return this.list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  private add(
    level: Problem['level'],
    code: string,
    text: Text,
    where: { node?: string; edge?: string; path?: string },
  ): void {
    this.list.push({ level, code, text, ...where });
  }
}
