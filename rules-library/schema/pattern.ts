import type { Text } from './text.ts';

const words = new Map<string, Text>();

/** A form of text that can say what it asks for: `z.string().regex(inWords(/…/, { zh, en }))`. */
export function inWords(pattern: RegExp, text: Text): RegExp {
  words.set(String(pattern), text);
  return pattern;
}

/** The words of a pattern as zod's issues name it; undefined for one that has none. */
export function wordsOfPattern(pattern: string | undefined): Text | undefined {
  return pattern === undefined ? undefined : words.get(pattern);
}
