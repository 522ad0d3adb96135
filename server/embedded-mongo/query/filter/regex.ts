import { BSONRegExp, BSONSymbol } from 'bson';
import { StoreError, WAY_OUT } from '../../errors.ts';
import { regexParts, textOf } from '../values/compare.ts';
import type { ValueTest } from '../values/path.ts';

/** True for a regular expression, as BSON or as JavaScript holds it. */
export function isRegex(value: unknown): boolean {
  return value instanceof BSONRegExp || value instanceof RegExp;
}

/** The test of a regular expression value: text that it finds itself in, or the same expression stored as a value. */
export function regexTest(operand: unknown): ValueTest {
  const { pattern, flags } = regexParts(operand);
  return patternTest(pattern, flags);
}

/** The test of a pattern with MongoDB's options `i`, `m`, `s` (and `u`, which is how text is read anyway). */
export function patternTest(pattern: string, options: string): ValueTest {
  const compiled = compilePattern(pattern, options);
  const sorted = Array.from(options).sort().join('');
  return (value) => {
    if (typeof value === 'string') return compiled.test(value);
    if (typeof value !== 'object' || value === null) return false;
    if (value instanceof BSONSymbol) return compiled.test(textOf(value));
    if (!isRegex(value)) return false;
    const parts = regexParts(value);
    return parts.pattern === pattern && Array.from(parts.flags).sort().join('') === sorted;
  };
}

function compilePattern(pattern: string, options: string): RegExp {
  let flags = '';
  for (const option of options) {
    if (option === 'x') {
      throw new StoreError(
        2,
        'BadValue',
        `$regex option x is not available in the embedded store; ${WAY_OUT}`,
      );
    }
    if (!'imsu'.includes(option))
      throw new StoreError(51108, 'Location51108', `invalid flag in regex options: ${option}`);
    if (option !== 'u' && !flags.includes(option)) flags += option;
  }
  if (pattern.includes('\0')) {
    throw new StoreError(2, 'BadValue', 'Regular expression cannot contain an embedded null byte');
  }
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    // Patterns with needless escapes (`\-`) are legal for MongoDB and refused in unicode mode.
  }
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw new StoreError(
      51091,
      'Location51091',
      `Regular expression is invalid, or uses what the embedded store's engine does not have; ${WAY_OUT}`,
    );
  }
}

const SPECIAL = new Set('.[]()*+?{}|^$');

/**
 * The text every match of an anchored, case-sensitive pattern begins with (`^SO-2026` gives `SO-2026`), for use as an index
 * range; undefined where the pattern promises none.
 */
export function literalPrefix(pattern: string, options: string): string | undefined {
  if (!pattern.startsWith('^') || /[imx]/.test(options) || pattern.includes('|')) return undefined;
  let prefix = '';
  for (let i = 1; i < pattern.length; i++) {
    let char = pattern[i]!;
    if (SPECIAL.has(char)) {
      if ('*?{'.includes(char)) prefix = Array.from(prefix).slice(0, -1).join('');
      break;
    }
    if (char === '\\') {
      char = pattern[++i] ?? '';
      if (char === '' || /[A-Za-z0-9]/.test(char)) break;
    }
    prefix += char;
  }
  return prefix === '' ? undefined : prefix;
}

/** The lowest text above everything that begins with `prefix`; undefined where there is none. */
export function afterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = last.codePointAt(0)!;
    if (point === 0x10_ffff) continue;
    const next = point === 0xd7ff ? 0xe000 : point + 1;
    return points.join('') + String.fromCodePoint(next);
  }
  return undefined;
}
