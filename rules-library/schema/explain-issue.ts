import type { z } from 'zod';
import { wordsOfPattern } from './pattern.ts';
import type { Text } from './text.ts';

/** Where something is wrong and what to do, in both languages. */
export interface ExplainedIssue {
  path: string;
  message: Text;
}

const types: Record<string, Text> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否（true、false）', en: 'yes or no (true, false)' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容（带花括号）', en: 'a group of fields (in braces)' },
  record: { zh: '一组内容（带花括号）', en: 'a group of fields (in braces)' },
  undefined: { zh: '空', en: 'nothing' },
  null: { zh: '空', en: 'nothing' },
};

const formats: Record<string, Text> = {
  datetime: {
    zh: '带时区的时间，如 2025-12-12T00:03:11+08:00',
    en: 'a time with its offset, such as 2025-12-12T00:03:11+08:00',
  },
  date: { zh: '日期，如 2025-12-12', en: 'a date such as 2025-12-12' },
};

/** `lines[0].quantity`: the place in the body, as people write it. */
export function issuePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What was sent, shortened; never a whole body, and no more than people need to find it. */
function shown(value: unknown): Text {
  if (typeof value === 'string') {
    const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return { zh: `「${short}」`, en: `"${short}"` };
  }
  if (typeof value === 'number' || typeof value === 'boolean')
    return { zh: ` ${String(value)}`, en: String(value) };
  return types[kindOf(value)] ?? { zh: '这个内容', en: 'this' };
}

/** One problem of a body in the reader's words, with the place and the cure. Total: every issue zod can raise has a text. */
export function explainIssue(issue: z.core.$ZodIssue): ExplainedIssue {
  const { path, issue: innermost } = closestOf(issue);
  return { path: issuePath(path), message: messageOf(innermost) };
}

interface Placed {
  path: PropertyKey[];
  issue: z.core.$ZodIssue;
}

/**
 * Of the branches of a union the one that came closest says best what is wrong: one that took the kind of thing that was sent, and
 * of those the one whose first problem lies deepest. The issue itself where it is no union.
 */
function closestOf(issue: z.core.$ZodIssue): Placed {
  const own: Placed = { path: [...issue.path], issue };
  if (issue.code !== 'invalid_union') return own;
  const firsts = issue.errors.flatMap(([first]) => (first === undefined ? [] : [closestOf(first)]));
  const closest =
    firsts
      .filter((first) => first.issue.code !== 'invalid_type' || first.path.length > 0)
      .sort((one, other) => other.path.length - one.path.length)[0] ?? firsts[0];
  return closest === undefined ? own : { path: [...own.path, ...closest.path], issue: closest.issue };
}

function messageOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      // Without `reportInput` zod does not say what came.
      if (!('input' in issue)) return { zh: `应为${wanted.zh}`, en: `should be ${wanted.en}` };
      if (issue.input === undefined)
        return { zh: `缺少这一项，请填${wanted.zh}`, en: `is missing; give ${wanted.en}` };
      const got = shown(issue.input);
      return { zh: `应为${wanted.zh}，收到的是${got.zh}`, en: `should be ${wanted.en}, got ${got.en}` };
    }
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (values.length === 1) return { zh: `只能是「${values[0]}」`, en: `can only be "${values[0]}"` };
      return {
        zh: `要从这些里选一个：${values.join('、')}`,
        en: `has to be one of: ${values.join(', ')}`,
      };
    }
    case 'invalid_format': {
      const form = formats[issue.format] ?? wordsOfPattern(issue.pattern);
      if (form === undefined)
        return { zh: '写法不对，请对照说明检查', en: 'is not well formed; check it against the description' };
      return { zh: `写法不对，应该是：${form.zh}`, en: `is not well formed; it should be ${form.en}` };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, 5).join('、');
      return {
        zh: `不认识「${keys}」，请检查名称或去掉`,
        en: `does not know "${keys}"; check the name or leave it out`,
      };
    }
    case 'invalid_union':
      return { zh: '内容不对，请对照说明检查', en: 'is not allowed here; check it against the description' };
    case 'invalid_key':
      return { zh: '名称写法不对', en: 'has a name that is not allowed' };
    case 'invalid_element':
      return { zh: '其中一项不对', en: 'holds an entry that is not allowed' };
    case 'not_multiple_of':
      return { zh: `要是 ${issue.divisor} 的倍数`, en: `has to be a multiple of ${issue.divisor}` };
    case 'custom': {
      const { zh, en } = (issue.params ?? {}) as Partial<Text>;
      return { zh: zh ?? '内容不对', en: en ?? 'is not allowed' };
    }
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Text {
  const least = String(issue.minimum);
  if (issue.origin === 'string') {
    return least === '1'
      ? { zh: '不能为空', en: 'may not be empty' }
      : { zh: `至少 ${least} 个字`, en: `needs at least ${least} characters` };
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return { zh: `至少要有 ${least} 项`, en: `needs at least ${least}` };
  }
  return { zh: `不能小于 ${least}`, en: `may not be less than ${least}` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Text {
  const most = String(issue.maximum);
  if (issue.origin === 'string')
    return { zh: `最多 ${most} 个字`, en: `may have at most ${most} characters` };
  if (issue.origin === 'array' || issue.origin === 'set')
    return { zh: `最多 ${most} 项`, en: `may hold at most ${most}` };
  return { zh: `不能大于 ${most}`, en: `may not be more than ${most}` };
}
