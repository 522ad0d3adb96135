import { describe, expect, test } from 'vitest';
import { seasonSchema } from '../../../rules-library/schema/season.ts';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { analyse, guardBySeason } from '../../../runtime/index.ts';

const season = (id: string, window: object, more: object = {}) =>
  seasonSchema.parse({ id, name: { zh: `时期${id}`, en: `season ${id}` }, window, ...more });
const fixed = (from: number, to: number) => ({
  from: `2026-06-${String(from).padStart(2, '0')}T00:00:00+08:00`,
  to: `2026-06-${String(to).padStart(2, '0')}T00:00:00+08:00`,
});
const body: JsonCondition = { all: [{ fact: 'event.type', operator: 'equal', value: 'order.received' }] };
const rule = (id: string, conditions: JsonCondition): JsonRule => ({
  id,
  conditions,
  event: { type: 'mark-rush' },
});

describe('special times', () => {
  const inner = season('b', fixed(12, 18));
  const outer = season('a', fixed(10, 20));

  test('a rule within one and outside another that covers it can never fire', () => {
    const given = rule('f/n', guardBySeason(guardBySeason(body, { outside: ['a'] }), { within: 'b' }));
    expect(analyse([given], { seasons: [inner, outer] })).toMatchObject([
      { kind: 'unreachable', rules: ['f/n'] },
    ]);
    expect(analyse([given], { seasons: [inner, season('a', fixed(14, 20))] })).toEqual([]);
    expect(analyse([given])).toEqual([]);
  });

  test('rules of times that never meet do not clash; of times that do, they do', () => {
    const hold = (id: string, within: string, blocks: string): JsonRule => ({
      ...rule(id, guardBySeason(body, { within })),
      event: { type: 'hold-order', params: { code: 'other', blocks: [blocks] } },
    });
    const rules = [hold('f/n', 'a', 'ship'), hold('g/n', 'c', 'release')];
    expect(analyse(rules, { seasons: [outer, season('c', fixed(20, 22))] })).toEqual([]);
    const [finding] = analyse(rules, { seasons: [outer, season('c', fixed(19, 22))] });
    expect(finding).toMatchObject({ kind: 'overlap' });
    expect(finding!.witness!['season.active']).toHaveLength(2);
    expect(finding!.witness!['season.active']).toEqual(expect.arrayContaining(['a', 'c']));
  });

  test('a flow that another season replaces the whole time never runs', () => {
    const own = season('b', fixed(12, 18), { flows: ['lights'] });
    const over = season('a', fixed(10, 20), { replaces: ['lights'] });
    const [finding, ...others] = analyse([], { seasons: [own, over] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'season', level: 'warning' });
    expect(finding!.text.zh).toContain('「lights」只在时期「时期b」里启用，但那时总被「时期a」替换');
    const shorter = season('a', fixed(13, 20), { replaces: ['lights'] });
    expect(analyse([], { seasons: [own, shorter] })).toEqual([]);
  });

  test('far away in time are not reasoned about', () => {
    const own = season('b', fixed(12, 18), { flows: ['lights'] });
    const far = { from: '2020-01-01T00:00:00+08:00', to: '9999-01-01T00:00:00+08:00' };
    expect(analyse([], { seasons: [own, season('a', far, { replaces: ['lights'] })] })).toEqual([]);
  });

  test('two that replace one flow at once are told, with the moment and the one that comes first', () => {
    const seasons = [
      season('a', fixed(10, 20), { flows: ['x'], replaces: ['base'], rank: 20 }),
      season('b', fixed(19, 25), { flows: ['y'], replaces: ['base'], rank: 10 }),
    ];
    const [finding] = analyse([], { seasons });
    expect(finding).toMatchObject({
      kind: 'season',
      level: 'info',
      witness: { 'clock.now': Date.parse('2026-06-19T00:00:00+08:00'), 'season.active': ['a', 'b'] },
    });
    expect(finding!.text.zh).toContain('排在前面的「时期b」优先');
  });

  test('windows around festivals are laid out over the years, by the moon too', () => {
    const spring = (from: number, to: number) => ({
      from: { festival: 'spring-festival', days: from },
      to: { festival: 'spring-festival', days: to },
      repeat: 'yearly',
    });
    const own = season('b', spring(-3, 3), { flows: ['lights'] });
    const over = season('a', spring(-5, 5), { replaces: ['lights'] });
    expect(analyse([], { seasons: [own, over] })).toMatchObject([{ kind: 'season' }]);
    // Spring Festival of 2026 is 17 February: the first days of May are never within.
    const may = season(
      'm',
      { from: '2026-05-01T00:00:00+08:00', to: '2026-05-03T00:00:00+08:00' },
      { replaces: ['lights'] },
    );
    expect(analyse([], { seasons: [own, may] })).toEqual([]);
    const wide = season(
      'w',
      { from: '2026-02-10T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' },
      { flows: ['s'] },
    );
    const whole = season('b', spring(-30, 30), { replaces: ['s'] });
    expect(analyse([], { seasons: [wide, whole] })).toMatchObject([{ kind: 'season' }]);
  });
});
