import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import { compileFlow, compileRules } from '../../../runtime/index.ts';

const compile = (expression: string, type: string) =>
  compileFlow(
    flowSchema.parse({
      id: 'f',
      name: { zh: '流', en: 'flow' },
      nodes: [
        { id: 't', kind: 'order.received' },
        { id: 'n', kind: 'calculation', params: { expression, type } },
        { id: 'a', kind: 'set-tag', params: { tag: 'x' } },
      ],
      edges: [
        { from: { node: 't', port: 'next' }, to: 'n' },
        { from: { node: 'n', port: 'next' }, to: 'a' },
      ],
    }),
    vocabulary,
  );
const errors = (expression: string, type: string) =>
  compile(expression, type).problems.filter(({ level }) => level === 'error');
function value(expression: string, type: string, facts: object): unknown {
  const { derived, problems } = compile(expression, type);
  expect(problems).toEqual([]);
  return compileRules([], { derived }).prepare({ ...facts, 'event.type': 'order.received' })['f.n'];
}

describe('units', () => {
  test.each([
    ['order.total - order.discount + 500', 'money'],
    ['order.total * 3 / order.lineCount', 'money'],
    ['order.total / order.goodsTotal', 'number'],
    ['shareOf(order.discount, order.total)', 'percent'],
    ['percentOf(order.total, customer.returnRate90d)', 'money'],
    ['hoursBetween(order.placedAt, clock.now)', 'hours'],
    ['addMinutes(order.placedAt, order.age)', 'time'],
    ['hoursToMinutes(order.hoursToPromise) - order.age', 'duration'],
    ['customer.tier in ["gold", "silver"] && !order.isRush', 'yes-no'],
    ['order.isRush ? "快" : order.note + "！"', 'text'],
    ['max(order.quantity, 3) > length(order.tags)', 'yes-no'],
    ['matches(order.note, "^加急") || order.note.contains("急")', 'yes-no'],
    ['"vip" in list.names', 'yes-no'],
    ['custom.weight * 2', 'number'],
  ])('%s is %s', (expression, type) => {
    expect(errors(expression, type)).toEqual([]);
  });

  test.each([
    ['order.total + order.age', 'money', '金额和时长（分钟）不能放在一起算，请先换算'],
    ['order.total * order.total', 'money', '金额和金额不能放在一起算，请先换算'],
    ['order.total * customer.returnRate90d', 'money', '百分之几请用 percentOf(金额, 百分比)'],
    ['order.age > order.hoursToPromise', 'yes-no', '时长（分钟）和小时不能放在一起算，请先换算'],
    [
      'clock.now - order.placedAt',
      'duration',
      '时间之间请用 minutesBetween(早, 晚) 或 hoursBetween，加时长请用 addMinutes(时间, 分钟)',
    ],
    ['order.total', 'duration', '算出来的是金额，不是时长（分钟），请改结果类型或表达式'],
    ['order.isRush + 1', 'number', '是否不能拿来计算'],
    ['order.total && order.isRush', 'yes-no', '这里要是「是否」，不能是金额'],
    ['customer.tier == 3', 'yes-no', '文字和数字不能放在一起算，请先换算'],
    ['order.isRush ? order.total : order.age', 'money', '金额和时长（分钟）不能放在一起算，请先换算'],
    ['min(order.total)', 'money', '「min」里放的内容不对，写法是 min(a, b)'],
    ['sqrt(order.total)', 'money', '没有「sqrt」这个函数'],
    ['order.total +', 'money', '表达式写法不对或太长，请检查括号、引号和运算符'],
  ])('%s is refused in words', (expression, type, words) => {
    expect(errors(expression, type)).toMatchObject([
      { node: 'n', code: 'expression', path: 'expression', text: { zh: words } },
    ]);
  });
});

describe('what an expression cannot do', () => {
  test.each([
    'order.note.constructor',
    'order.note["constructor"]',
    '{"a": 1}.a',
    '[1, 2].map(x, x * 2)',
    '[1].all(x, x > 0)',
    'order.tags.exists(t, t == "vip")',
    'order.note.matches("(a+)+$")',
    'matches(order.note, order.note)',
    'matches(order.note, "(?=a)")',
    'dyn(order.note)',
    'timestamp("2025-01-01T00:00:00Z")',
    'null',
    'b"bytes"',
    '1u + 2u',
    '0x10',
    'order.quantity % 2',
    '__proto__',
    'f0',
    `${'('.repeat(60)}order.total${')'.repeat(60)} > ${'-'.repeat(50)}1`,
    Array.from({ length: 400 }, () => 'order.total').join(' + '),
  ])('%s', (expression) => {
    const found = errors(expression, 'number');
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text.zh).not.toMatch(/undefined|no such|overload/);
  });

  test('any text at all is an expression or a problem, and never fails', () => {
    const part = fc.constantFrom(
      'order.total',
      'order.note',
      '(',
      ')',
      '+',
      ' ',
      '"',
      '.',
      'map',
      'in',
      '1',
      '?',
      ':',
      '[',
      ']',
      '{',
      '!',
      '\\',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const source = parts.join('');
        if (source.trim() !== '') compile(source, 'number');
      }),
      { numRuns: 500 },
    );
  });
});

test('values are the arithmetic of their facts, and not known while one that is needed is missing', () => {
  interface Sum {
    text: string;
    value: (facts: Record<string, number | undefined>) => number | undefined;
  }
  const fact = fc.constantFrom('order.quantity', 'order.lineCount', 'order.complaints');
  const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
    sum: fc.oneof(
      { maxDepth: 3 },
      fact.map((id): Sum => ({ text: id, value: (facts) => facts[id] })),
      fc.integer({ min: 0, max: 9 }).map((number): Sum => ({ text: String(number), value: () => number })),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(([one, sign, other]): Sum => ({
        text: `(${one.text}${sign}${other.text})`,
        value: (facts) => {
          const [a, b] = [one.value(facts), other.value(facts)];
          if (a === undefined || b === undefined) return undefined;
          return sign === '+' ? a + b : sign === '-' ? a - b : a * b;
        },
      })),
    ),
  }));
  const number = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined, freq: 5 });
  const facts = fc.record({
    'order.quantity': number,
    'order.lineCount': number,
    'order.complaints': number,
  });
  fc.assert(
    fc.property(sum, facts, (expression, given) => {
      const known = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));
      const wanted = expression.value(given);
      expect(value(expression.text, 'number', known)).toBe(wanted === undefined ? wanted : wanted + 0);
    }),
    { numRuns: 200 },
  );
});

describe('values', () => {
  test('of another type count as missing, and money is whole', () => {
    expect(value('order.total * 0.5', 'money', { 'order.total': '1000' })).toBeUndefined();
    expect(value('order.total * 0.5', 'money', { 'order.total': 1001 })).toBe(501);
    expect(value('order.total * -0.5', 'money', { 'order.total': 1001 })).toBe(-501);
    expect(value('order.total * 0.0001', 'money', { 'order.total': -1 })).toBe(0);
    expect(value('custom.x == "a"', 'yes-no', { 'custom.x': { toString: 'a' } })).toBeUndefined();
    expect(value('order.total / 0', 'money', { 'order.total': 0 })).toBeUndefined();
  });

  test('hold no more than they should', () => {
    const long = 'x'.repeat(9000);
    expect(value('order.note + order.note', 'text', { 'order.note': long })).toBeUndefined();
  });
});

test('no code is made of an expression: it runs where that is forbidden', () => {
  const script = `
    import { calculate } from './runtime/derived/index.ts';
    const facts = [{ id: 'order.total', kind: 'money' }];
    const one = { id: 'f.n', calculate: 'expression', with: { cel: 'f0 * 2.0', facts, type: 'money' }, reads: [] };
    console.log(calculate(one, { 'order.total': 21 }));`;
  const flags = ['--disallow-code-generation-from-strings', '--disable-proto=delete', '--import', 'tsx'];
  const out = execFileSync(process.execPath, [...flags, '--input-type=module', '-e', script], {
    cwd: new URL('../../..', import.meta.url).pathname,
    encoding: 'utf8',
  });
  expect(out.trim()).toBe('42');
});
