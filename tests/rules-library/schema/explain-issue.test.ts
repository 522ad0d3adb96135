import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { vocabulary } from '../../../rules-library/index.ts';
import { explainIssue, issuePath } from '../../../rules-library/schema/explain-issue.ts';

function explained(schema: z.ZodType, value: unknown) {
  return (schema.safeParse(value, { reportInput: true }).error?.issues ?? []).map(explainIssue);
}
const params = (kind: string): z.ZodType => vocabulary.blocks.get(kind)!.params;

describe('where something is wrong', () => {
  it('is written as people write places', () => {
    expect(issuePath(['lines', 0, 'quantity'])).toBe('lines[0].quantity');
    expect(issuePath([])).toBe('');
    expect(issuePath([2, 'a'])).toBe('[2].a');
  });

  it('is the innermost place, through whatever choices there were', () => {
    expect(
      explained(params('condition-group'), {
        conditions: { any: [{ not: { fact: 'a b', operator: 'x', value: 1 } }] },
      }),
    ).toMatchObject([{ path: 'conditions.any[0].not.fact' }]);
    expect(explained(params('condition-group'), { conditions: { all: [] } })).toMatchObject([
      { path: 'conditions.all', message: { zh: '至少要有 1 项', en: 'needs at least 1' } },
    ]);
    expect(
      explained(params('raise-alert'), {
        kind: 'recall',
        level: 'info',
        to: [{ person: 5 }],
        text: { zh: 'a' },
      }),
    ).toMatchObject([
      { path: 'to[0].person', message: { zh: '应为文字，收到的是 5' } },
      { path: 'text.en', message: { en: 'is missing; give text' } },
    ]);
  });
});

describe('what is wrong', () => {
  const table: [string, z.ZodType, unknown, string, string][] = [
    ['missing', z.object({ a: z.string() }), {}, '缺少这一项，请填文字', 'is missing; give text'],
    [
      'null',
      z.object({ a: z.int() }),
      { a: null },
      '应为数字，收到的是空',
      'should be a number, got nothing',
    ],
    [
      'a long text instead',
      z.object({ a: z.array(z.int()) }),
      { a: 'x'.repeat(99) },
      `应为列表，收到的是「${'x'.repeat(40)}…」`,
      `should be a list, got "${'x'.repeat(40)}…"`,
    ],
    ['an empty text', z.object({ a: z.string().min(1) }), { a: '' }, '不能为空', 'may not be empty'],
    [
      'a short text',
      z.object({ a: z.string().min(3) }),
      { a: 'x' },
      '至少 3 个字',
      'needs at least 3 characters',
    ],
    ['too much', z.object({ a: z.int().max(7) }), { a: 8 }, '不能大于 7', 'may not be more than 7'],
    [
      'more than may be',
      z.object({ a: z.array(z.int()).max(1) }),
      { a: [1, 2] },
      '最多 1 项',
      'may hold at most 1',
    ],
    [
      'not one of them',
      z.object({ a: z.enum(['x', 'y']) }),
      { a: 'z' },
      '要从这些里选一个：x、y',
      'has to be one of: x, y',
    ],
    [
      'a misspelt name',
      z.strictObject({}),
      { b: 1 },
      '不认识「b」，请检查名称或去掉',
      'does not know "b"; check the name or leave it out',
    ],
    [
      'no date',
      z.object({ a: z.iso.date() }),
      { a: '12.12.' },
      '写法不对，应该是：日期，如 2025-12-12',
      'is not well formed; it should be a date such as 2025-12-12',
    ],
    [
      'no multiple',
      z.object({ a: z.int().multipleOf(5) }),
      { a: 7 },
      '要是 5 的倍数',
      'has to be a multiple of 5',
    ],
    [
      'a form without words',
      z.object({ a: z.string().regex(/^q$/) }),
      { a: 'x' },
      '写法不对，请对照说明检查',
      'is not well formed; check it against the description',
    ],
    [
      'own words',
      z.object({ a: z.string().refine(() => false, { params: { zh: '不行', en: 'will not do' } }) }),
      { a: 'x' },
      '不行',
      'will not do',
    ],
    ['no words', z.object({ a: z.string().refine(() => false) }), { a: 'x' }, '内容不对', 'is not allowed'],
    [
      'none of the kinds',
      z.object({ a: z.union([z.string(), z.array(z.int())]) }),
      { a: true },
      '应为文字，收到的是 true',
      'should be text, got true',
    ],
    [
      'missing, several kinds',
      z.object({ a: z.union([z.string(), z.int()]) }),
      {},
      '缺少这一项，请填文字',
      'is missing; give text',
    ],
    [
      'no name',
      z.record(z.string().regex(/^q$/), z.int()),
      { x: 1 },
      '名称写法不对',
      'has a name that is not allowed',
    ],
  ];
  it.each(table)('%s', (_, schema, value, zh, en) => {
    expect(explained(schema, value).map(({ message }) => message)).toEqual([{ zh, en }]);
  });

  it('does not claim that something is missing where zod was not asked what came', () => {
    const [issue] = z.string().safeParse(5).error!.issues;
    expect(explainIssue(issue!).message).toEqual({ zh: '应为文字', en: 'should be text' });
  });
});
