import type { JsonComparison } from '../../rules-library/schema/rule.ts';
import { baseOperator } from '../operators.ts';

/** Stands for a fact that is not there. */
export const absent: unique symbol = Symbol('absent');

/**
 * Values of a fact at which a comparison with this right side turns: on the boundary, beside it on either side, and absent.
 * Which of them hold is for the operator to say.
 */
export function boundaryValues(operator: JsonComparison['operator'], right: unknown): unknown[] {
  switch (baseOperator(operator)) {
    case 'isPresent':
    case 'isMissing':
      return [absent];
    case 'contains':
    case 'doesNotContain':
      return [[right], [], [right, ...beside(right)], beside(right), absent];
    case 'containsAny':
    case 'containsAll':
    case 'containsNone': {
      const list = listOf(right);
      return [list, list.slice(0, 1), list.slice(1), [], [...list, 'other'], ['other'], absent];
    }
    case 'startsWith':
    case 'endsWith':
    case 'matches': {
      const text = typeof right === 'string' ? right : '';
      return [text, plain(text), `${text}x`, `x${text}`, text.slice(0, -1), '', absent];
    }
    default:
      return [...listOf(right).flatMap((value) => [value, ...beside(value)]), absent];
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Neighbours of a value, of its own type, and some farther away. */
function beside(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1, value - 100, value + 100];
  if (typeof value === 'boolean') return [!value];
  return typeof value === 'string' ? [`${value}x`] : [];
}

/** A pattern without its signs: often a text that matches it. */
function plain(pattern: string): string {
  return pattern.replace(/[\\^$.*+?()[\]{}|]/g, '');
}
