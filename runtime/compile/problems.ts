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

  /** Each once, errors before warnings, then by node: never by the order of drawing. */
  sorted(): Problem[] {
    const key = ({ level, node, edge, code, path, text }: Problem): string =>
      [level === 'error' ? 0 : 1, node ?? '', code, path ?? '', edge ?? '', text.en].join('\u0000');
    const distinct = new Map(this.list.map((problem) => [key(problem), problem]));
    return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
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
