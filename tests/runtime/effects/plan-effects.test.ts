import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CommandDefinition } from '../../../rules-library/define/command.ts';
import type { Vocabulary } from '../../../rules-library/define/vocabulary.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { planEffects } from '../../../runtime/index.ts';

const releaseOrder: CommandDefinition = {
  ...vocabulary.commands.get('mark-rush')!,
  name: 'release-order',
  input: z.object({}),
};
const words: Vocabulary = {
  ...vocabulary,
  commands: new Map([...vocabulary.commands, ['release-order', releaseOrder]]),
};

const now = Date.UTC(2025, 11, 12, 0);
const plan = (
  events: [type: string, params?: Record<string, unknown>, ruleId?: string][],
  facts: Record<string, unknown> = {},
  subject = 'order:O1',
) =>
  planEffects(
    events.map(([type, params = {}, ruleId = 'f/n1']) => ({ type, params, ruleId })),
    {
      facts: { 'event.type': 'order.received', ...facts },
      vocabulary: words,
      now,
      subject,
      zone: 'Asia/Shanghai',
    },
  );
const names = (planned: ReturnType<typeof plan>): string[] => planned.effects.map(({ command }) => command);
const alert = (text: unknown, more: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
  'raise-alert',
  { kind: 'other', level: 'warn', to: [{ role: 'operations' }], text, ...more },
];

describe('planEffects', () => {
  test('runs kinds in their fixed order, and within a kind as the rules stand', () => {
    const planned = plan([
      alert({ zh: '一', en: 'one' }),
      ['mark-rush'],
      ['set-tag', { tag: 'b' }],
      ['set-tag', { tag: 'a' }],
      ['hold-order', { code: 'no-stock' }],
      ['deny', { code: 'other' }],
    ]);
    expect(names(planned)).toEqual(['deny', 'hold-order', 'mark-rush', 'set-tag', 'set-tag', 'raise-alert']);
    expect(
      planned.effects.filter(({ command }) => command === 'set-tag').map(({ input }) => input.tag),
    ).toEqual(['b', 'a']);
    expect(planned.effects.every(({ target }) => target === 'order:O1')).toBe(true);
  });

  test('does the same once, whatever the order of its keys, and keeps what was overridden', () => {
    const planned = plan([
      ['set-field', { field: 'custom.region', value: 'east' }, 'f/first'],
      ['set-field', { value: 'east', field: 'custom.region' }, 'f/same'],
      ['set-field', { field: 'custom.region', value: 'west' }, 'f/other'],
      ['set-field', { field: 'custom.colour', value: 'red' }, 'f/free'],
    ]);
    expect(planned.effects.map(({ ruleId }) => ruleId)).toEqual(['f/first', 'f/free']);
    expect(planned.overridden).toMatchObject([
      { ruleId: 'f/other', by: 'f/first', input: { value: 'west' } },
    ]);
  });

  test('lets a hold beat a release of the same order, and of no other', () => {
    const planned = plan([
      ['release-order', {}, 'f/release'],
      ['hold-order', { code: 'no-stock' }, 'f/hold'],
      ['release-order', { target: 'order:O2' }, 'f/other'],
    ]);
    expect(planned.effects.map(({ ruleId }) => ruleId)).toEqual(['f/hold', 'f/other']);
    expect(planned.overridden).toMatchObject([
      { command: 'release-order', target: 'order:O1', by: 'f/hold' },
    ]);
  });

  test('puts facts, moments and words in place', () => {
    const planned = plan(
      [
        ['hold-order', { code: 'no-stock', until: { inMinutes: 90 }, lines: { fact: 'f.n1.matched' } }],
        ['hold-order', { code: 'other', until: { fact: 'order.promisedDelivery' } }],
        alert({ zh: '金额 {order.total}', en: 'Total {order.total}' }),
      ],
      { 'f.n1.matched': ['1', '3'], 'order.promisedDelivery': now, 'order.total': 118_000 },
    );
    expect(planned.effects[0]!.input).toEqual({
      code: 'no-stock',
      until: '2025-12-12T01:30:00.000Z',
      lines: ['1', '3'],
    });
    expect(planned.effects[1]!.input).toEqual({ code: 'other', until: '2025-12-12T00:00:00.000Z' });
    expect(planned.effects[2]!.input.text).toEqual({ zh: '金额 ¥1,180', en: 'Total ¥1,180' });
  });

  test('leaves an optional param out and asks a person for a required one', () => {
    const optional = plan([['hold-order', { code: 'other', until: { fact: 'order.promisedDelivery' } }]]);
    expect(optional.effects).toMatchObject([{ command: 'hold-order', input: { code: 'other' } }]);
    const required: [string, Record<string, unknown>] = ['set-tag', { tag: { fact: 'order.channel' } }];
    expect(plan([required]).effects).toMatchObject([
      { command: 'hold-order', target: 'order:O1', input: { code: 'manual-review' }, ruleId: 'f/n1' },
    ]);
    expect(plan([required], { 'event.type': 'gate.ship' }).effects).toMatchObject([
      {
        command: 'deny',
        input: { code: 'manual-review', text: { zh: '规则的动作缺少数据（渠道），请人工处理' } },
      },
    ]);
    expect(plan([required], {}, 'stock:WH01|BRK').effects).toMatchObject([
      {
        command: 'raise-alert',
        target: 'stock:WH01|BRK',
        input: { kind: 'manual-review', to: [{ role: 'operations' }] },
      },
    ]);
  });

  test('asks a person where there is nothing to act on', () => {
    expect(names(plan([['mark-rush']], {}, 'stock:WH01|BRK'))).toEqual(['raise-alert']);
    expect(plan([['mark-rush', { target: 'order:O9' }]], {}, 'stock:WH01|BRK').effects[0]!.target).toBe(
      'order:O9',
    );
  });

  test('merges the holds of several checks that lacked data', () => {
    const hold: [string, Record<string, unknown>] = ['hold-order', { code: 'manual-review' }];
    expect(plan([hold, hold, ['set-tag', { tag: { fact: 'order.channel' } }]]).effects).toHaveLength(1);
  });

  test('keeps what is no command for the server', () => {
    expect(
      plan([['reallocate', { step: 'p', by: { fact: 'actor.role' } }]], { 'actor.role': 'sales' }),
    ).toMatchObject({
      effects: [{ command: 'reallocate', target: 'order:O1', input: { step: 'p', by: 'sales' } }],
      overridden: [],
    });
  });

  test('never merges what opens a stage: each flow waits for an outcome of its own', () => {
    const step = { id: 'a', who: { role: 'approver' }, within: 60, onTimeout: 'exit' };
    const ask = (rule: string): [string, Record<string, unknown>, string] => [
      'open-approval',
      { steps: [step] },
      rule,
    ];
    expect(names(plan([ask('f/a'), ask('g/b')]))).toEqual(['open-approval', 'open-approval']);
  });

  test('never fails on odd values', () => {
    const odd = plan([['hold-order', { code: 'other', until: { fact: 'order.promisedDelivery' } }]], {
      'order.promisedDelivery': 1e300,
    });
    expect(odd.effects).toMatchObject([{ input: { code: 'other' } }]);
  });
});
