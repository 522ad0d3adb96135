import { describe, expect, it } from 'vitest';
import type { ExplanationView } from '../../../rules-library/contract/orders.ts';
import { toldRules } from '../../../designer/orders/told-rules.ts';

type Rule = ExplanationView['rules'][number];
const both = (zh: string) => ({ zh, en: zh });

function rule(id: string, change: Partial<Rule> & { holds?: Rule['conditions'][number]['state'][] }): Rule {
  const { holds = ['true'], ...rest } = change;
  return {
    rule: id,
    flow: 'credit',
    flowName: both('信用'),
    node: id,
    path: [],
    ports: [],
    state: 'matched',
    text: both(`做 ${id}`),
    conditions: holds.map((state, index) => ({ id: `c${index}`, state, text: both(`条件 ${index}`) })),
    flip: null,
    ...rest,
  };
}

describe('why, told', () => {
  it('says the same conditions of one flow once, with everything that followed', () => {
    const { telling } = toldRules([rule('hold', {}), rule('alert', {}), rule('other', { flow: 'large' })]);
    expect(telling.map(({ does }) => does.map(({ zh }) => zh))).toEqual([
      ['做 hold', '做 alert'],
      ['做 other'],
    ]);
  });

  it('puts hits first, then missing data, then near misses; what is far from matching waits', () => {
    const flip = both('若再高 ¥1，就会命中');
    const { telling, rest } = toldRules([
      rule('far', { state: 'not', holds: ['false', 'false'], flip }),
      rule('near', { state: 'not', holds: ['true', 'false'], flip }),
      rule('unknown', { state: 'unknown', holds: ['unknown'] }),
      rule('hit', {}),
      rule('elsewhere', { state: 'not-reached', holds: [] }),
    ]);
    expect(telling.map(({ key }) => key)).toEqual(['hit', 'unknown', 'near']);
    expect(rest.map(({ key }) => key)).toEqual(['far', 'elsewhere']);
  });
});
