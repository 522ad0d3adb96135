import { RE2JS } from 're2js';

export const longestPattern = 200;
export const longestInput = 10_000;
const mostKept = 500;
const kept = new Map<string, RE2JS | null>();

/** The compiled pattern, or null when it is none RE2 knows; kept, as rules use few and use them often. */
export function patternOf(text: string): RE2JS | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  let pattern: RE2JS | null = null;
  if (text.length <= longestPattern) {
    try {
      pattern = RE2JS.compile(text);
    } catch {
      pattern = null;
    }
  }
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, pattern);
  return pattern;
}
