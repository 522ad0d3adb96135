import { patternOf } from '../../rules-library/operators/pattern.ts';
import { baseOperator } from '../operators.ts';

/** Characters of a text that count as one value. */
const ofText = 16;

/** Values a list holds, lists within it counted through, and long texts by their length; not much more than `most`. */
export function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return sizeOfText(value);
  if (!Array.isArray(value)) return 1;
  let size = 1;
  const open: unknown[] = [value];
  for (let list = open.pop(); list !== undefined && size <= most; list = open.pop()) {
    for (const one of list as unknown[]) {
      size += typeof one === 'string' ? sizeOfText(one) : 1;
      if (size > most) break;
      if (Array.isArray(one)) open.push(one);
    }
  }
  return size;
}

function sizeOfText(text: string): number {
  return 1 + Math.floor(text.length / ofText);
}

/**
 * What a right side multiplies the work on the left one by. An operator on lists may look at every pair of what is in them; a
 * pattern may keep all its states alive at every character.
 */
export function workOf(operator: string, value: unknown, most: number): number {
  if (baseOperator(operator) !== 'matches') return sizeOf(value, most);
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, one) => sum + workOf(operator, one, most), 1);
  }
  return typeof value === 'string' ? ofText * (patternOf(value)?.programSize() ?? 1) : 1;
}
