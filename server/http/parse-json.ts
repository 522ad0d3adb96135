import { forbiddenKeys } from '../../rules-library/schema/ids.ts';
import { badInput, RequestError } from './request-error.ts';

/** Half of a two-part character: valid JSON, but neither UTF-8 nor canonical JSON can hold it. */
const loneHalf = /\p{Surrogate}/u;

export interface JsonLimits {
  /** Deepest nesting of lists and records. */
  depth: number;
  /** Most values in all, lists and records included. */
  values: number;
}

/**
 * Parses a JSON body and walks it once without recursion, so that nothing behind the door meets a tree that is too deep,
 * too large, or holds a key that would reach a prototype. Throws `RequestError` (400 or 413) with the place.
 */
export function parseJson(text: string, limits: JsonLimits): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw badInput({
      zh: `请求内容不是完整的 JSON${placeOf(error, 'zh')}。请检查括号、引号和逗号。`,
      en: `The body is not complete JSON${placeOf(error, 'en')}. Check brackets, quotes and commas.`,
    });
  }
  guard(value, limits);
  return value;
}

function placeOf(error: unknown, language: 'zh' | 'en'): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  return language === 'zh' ? `（第 ${position} 个字符处）` : ` (near character ${position})`;
}

interface Step {
  value: object;
  depth: number;
  path: string;
}

/** Throws when the tree breaks a limit or holds a forbidden key. Paths are built only for containers, to stay cheap. */
export function guard(root: unknown, limits: JsonLimits): void {
  if (typeof root !== 'object' || root === null) return;
  const open: Step[] = [{ value: root, depth: 1, path: '' }];
  let seen = 1;
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.depth > limits.depth) {
      throw badInput(
        {
          zh: `内容嵌套超过 ${limits.depth} 层，请拆开或简化。`,
          en: `The body is nested deeper than ${limits.depth} levels. Split or simplify it.`,
        },
        shorten(step.path),
      );
    }
    const isList = Array.isArray(step.value);
    const entries = Object.entries(step.value);
    seen += entries.length;
    if (seen > limits.values) {
      throw new RequestError('too-large', {
        zh: `内容超过 ${limits.values} 个值，请分几次发送。`,
        en: `The body holds more than ${limits.values} values. Send it in several parts.`,
      });
    }
    for (const [key, value] of entries) {
      if (!isList && !isGoodKey(key)) throw badKey(key, at(step, key));
      if (typeof value === 'object' && value !== null) {
        const path = at(step, key);
        open.push({ value, depth: step.depth + 1, path: path.length > 400 ? step.path : path });
      } else if (
        typeof value === 'string' ? loneHalf.test(value) : value === Infinity || value === -Infinity
      ) {
        throw badInput(
          {
            zh: '这里的内容无法保存：文字含有残缺字符，或数字太大。请改正后重试。',
            en: 'This cannot be kept: the text holds half a character, or the number is too large. Correct it and try again.',
          },
          shorten(at(step, key)),
        );
      }
    }
  }
}

function at(step: Step, key: string): string {
  if (Array.isArray(step.value)) return `${step.path}[${key}]`;
  return step.path === '' ? key : `${step.path}.${key}`;
}

/** No name that would reach a prototype, be read as an operator by the store, or be cut short by it. */
function isGoodKey(key: string): boolean {
  return !forbiddenKeys.has(key) && !key.startsWith('$') && !key.includes('\0') && !loneHalf.test(key);
}

function badKey(key: string, path: string): RequestError {
  const shown = readable(key.slice(0, 40));
  return badInput(
    { zh: `不能使用「${shown}」作为名称，请改名。`, en: `"${shown}" cannot be used as a name. Rename it.` },
    readable(shorten(path)),
  );
}

function readable(text: string): string {
  return text.replace(/[\p{Surrogate}\0]/gu, '?');
}

function shorten(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}
