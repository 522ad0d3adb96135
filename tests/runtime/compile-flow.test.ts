import { describe, expect, test } from 'vitest';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { flowSchema, type Flow, type FlowEdge, type FlowNode } from '../../rules-library/schema/flow.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import { compileFlow, compileRules, guardBySeason } from '../../runtime/index.ts';
import { testVocabulary } from '../support/test-vocabulary.ts';

type Node = [id: string, kind: string, params?: Record<string, unknown>];

/** `n1.yes -> n2`, one join a word. */
function draw(nodes: Node[], joins: string, id = 'f'): Flow {
  return flowSchema.parse({
    id,
    name: { zh: '流', en: 'flow' },
    nodes: nodes.map(([node, kind, params = {}]) => ({ id: node, kind, params })),
    edges: joins
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        const [, node, port, to] = /^(\w+)\.(\w+)->(\w+)$/.exec(word)!;
        return { from: { node, port }, to };
      }),
  });
}

const compile = (flow: Flow) => compileFlow(flow, testVocabulary);
const total = (value: unknown, id = 'c1'): Condition =>
  ({ id, fact: 'order.total', operator: 'greaterThan', value }) as Condition;
const check = (
  id: string,
  conditions: unknown = { all: [total(Number(id.replace(/\D/g, '')) || 1)] },
): Node => [id, 'condition-group', { conditions, whenMissing: 'no' }];
const trigger: Node = ['t', 'order.received'];
const rush = (id: string): Node => [id, 'mark-rush'];
const guard = { fact: 'event.type', operator: 'equal', value: 'order.received' };
const partsOf = (condition: JsonCondition): JsonCondition[] => ('all' in condition ? condition.all : []);

describe('rules of a drawing', () => {
  test('begin with the events they apply to, and name the drawn condition', () => {
    const { rules, problems } = compile(draw([trigger, check('n2'), rush('n3')], 't.next->n2 n2.yes->n3'));
    expect(problems).toEqual([]);
    expect(rules).toEqual([
      {
        id: 'f/n3',
        priority: 1,
        conditions: {
          all: [
            guard,
            { fact: 'order.total', operator: 'isPresent', value: true, priority: 2 },
            { fact: 'order.total', operator: 'greaterThan', value: 2, name: 'n2/c1' },
          ],
        },
        event: { type: 'mark-rush', params: {} },
      },
    ]);
  });

  test('guard the right side too, so that stock never meets a missing list', () => {
    const conditions = {
      fact: 'order.total',
      operator: 'lessThan',
      value: { fact: 'customer.creditLeft' },
      id: 'c1',
    };
    const { rules } = compile(draw([trigger, check('n2', conditions), rush('n3')], 't.next->n2 n2.yes->n3'));
    expect(partsOf(rules[0]!.conditions).filter((part) => 'priority' in part)).toMatchObject([
      { fact: 'order.total', priority: 2 },
      { fact: 'customer.creditLeft', priority: 2 },
    ]);
  });

  test('take lists kept by name for present, and imported conditions as json-rules-engine judges them', () => {
    const conditions = {
      all: [
        { fact: 'repairShop.id', operator: 'inList', value: 'vip-shops', id: 'c1' },
        { fact: 'order.total', operator: 'lessThan', value: 5, id: 'c2', missing: 'as-stock' },
      ],
    };
    const { rules } = compile(draw([trigger, check('n2', conditions), rush('n3')], 't.next->n2 n2.yes->n3'));
    expect(partsOf(rules[0]!.conditions).slice(1)).toEqual([
      { fact: 'repairShop.id', operator: 'isPresent', value: true, priority: 2 },
      { fact: 'repairShop.id', operator: 'in', value: { fact: 'list.vip-shops' }, name: 'n2/c1' },
      { fact: 'order.total', operator: 'lessThan', value: 5, name: 'n2/c2' },
    ]);
  });

  test('say every event a trigger listens to, sorted, and its one source', () => {
    const also = draw(
      [['t', 'order.received', { also: ['order.changed', 'credit.changed'] }], rush('a')],
      't.next->a',
    );
    expect(partsOf(compile(also).rules[0]!.conditions)).toEqual([
      { fact: 'event.type', operator: 'in', value: ['credit.changed', 'order.changed', 'order.received'] },
    ]);
    const timed = draw(
      [
        ['t', 'test-stock'],
        ['a', 'raise-alert', alert],
      ],
      't.next->a',
    );
    expect(partsOf(compile(timed).rules[0]!.conditions)).toEqual([
      { fact: 'event.type', operator: 'equal', value: 'time.reached' },
      { fact: 'event.source', operator: 'equal', value: 'f/t' },
    ]);
  });

  test('of a later stage begin with the stage, with the outcome in their id', () => {
    const flow = draw(
      [trigger, ['p', 'test-approval'], rush('a'), check('n2'), ['b', 'set-tag', { tag: 'x' }]],
      't.next->p p.approved->a p.rejected->n2 n2.yes->b t.next->b',
    );
    const { rules, sourceMap } = compile(flow);
    expect(rules.map(({ id }) => id)).toEqual(['f/p', 'f/b', 'f/p:approved/a', 'f/p:rejected/b']);
    expect(partsOf(rules[2]!.conditions)).toEqual([
      { fact: 'event.type', operator: 'equal', value: 'stage.entered' },
      { fact: 'event.stage', operator: 'equal', value: 'f/p:approved' },
    ]);
    expect(sourceMap['f/p:rejected/b']).toEqual({
      flow: 'f',
      stage: 'p:rejected',
      node: 'b',
      path: ['n2', 'b'],
      ports: ['n2:yes'],
      conditions: ['n2/c1'],
    });
    expect(sourceMap['f/p']).toMatchObject({ stage: null, path: ['t', 'p'], ports: ['t:next'] });
  });
});

const alert = {
  kind: 'other',
  level: 'warn',
  to: [{ role: 'operations' }],
  text: { zh: '看一下', en: 'Have a look' },
};

describe('joins', () => {
  test('that all exits reach leave nothing of the check', () => {
    const flow = draw(
      [trigger, check('n1'), check('n2'), rush('a')],
      't.next->n1 n1.yes->n2 n1.no->n2 n2.yes->a',
    );
    const { rules } = compile(flow);
    expect(JSON.stringify(rules)).not.toContain('n1/c1');
  });

  test('that every connected exit surely reaches leave any of these exits', () => {
    const branch: Node = [
      'n1',
      'branch',
      {
        cases: ['a', 'b', 'c'].map((id, index) => ({
          id,
          conditions: { all: [total(index * 10, `c${index}`)] },
        })),
        whenMissing: 'no',
      },
    ];
    const flow = draw(
      [trigger, branch, ['x', 'set-tag', { tag: 'x' }], ['y', 'set-tag', { tag: 'y' }], rush('z')],
      't.next->n1 n1.a->x n1.b->y x.next->z y.next->z',
    );
    const { rules } = compile(flow);
    const way = partsOf(rules.find(({ id }) => id === 'f/z')!.conditions);
    expect(way).toHaveLength(2);
    expect(way[1]).toHaveProperty('any');
  });

  test('inside a part of the drawing collapse to the entry of that part', () => {
    const flow = draw(
      [trigger, check('n1'), check('n2'), rush('z')],
      't.next->n1 n1.yes->n2 n1.no->z n2.yes->z n2.no->z',
    );
    expect(JSON.stringify(compile(flow).rules)).not.toContain('n2/c1');
    expect(partsOf(compile(flow).rules[0]!.conditions)).toEqual([guard]);
  });

  test('keep a common beginning once', () => {
    const flow = draw(
      [trigger, check('n1'), check('n2'), check('n3'), rush('z')],
      't.next->n1 n1.yes->n2 n2.yes->z n2.no->n3 n3.yes->z',
    );
    expect(JSON.stringify(compile(flow).rules).match(/n1\/c1/g)).toHaveLength(1);
  });

  test('of more than 64 ways are a problem at the join, told once', () => {
    const nodes: Node[] = [trigger, check('a0'), check('b0')];
    const joins = ['t.next->a0', 't.next->b0'];
    for (let level = 1; level <= 8; level++) {
      nodes.push(check(`a${level}`), check(`b${level}`));
      for (const side of ['a', 'b']) {
        joins.push(`${side}${level - 1}.yes->a${level}`, `${side}${level - 1}.no->b${level}`);
      }
    }
    const { rules, problems } = compile(draw([...nodes, rush('z')], [...joins, 'a8.yes->z'].join(' ')));
    expect(rules).toEqual([]);
    const crowded = problems.filter(({ code }) => code === 'too-many-paths');
    expect(crowded.map(({ node }) => node)).toEqual(['a7', 'b7']);
    expect(crowded[0]!.text).toEqual({
      zh: '走到这里的路超过 64 条，请改成决策表',
      en: 'More than 64 ways lead here; make this a decision table',
    });
  });

  test('of a large drawing are compiled in time', () => {
    const nodes: Node[] = [trigger];
    const joins = ['t.next->n0'];
    for (let level = 0; level < 300; level++) {
      nodes.push(check(`n${level}`));
      if (level > 0) joins.push(`n${level - 1}.yes->n${level}`, `n${level - 1}.no->n${level}`);
    }
    const before = performance.now();
    const { rules } = compile(draw([...nodes, rush('z')], [...joins, 'n299.yes->z'].join(' ')));
    expect(rules).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('data nobody drew an exit for', () => {
  const asked = (id: string): Node => [id, 'condition-group', { conditions: { all: [total(1)] } }];

  test('holds the order, under a gate denies, without an order tells operations', () => {
    const order = compile(draw([trigger, asked('n1'), rush('a')], 't.next->n1 n1.yes->a'));
    expect(compileRules(order.rules).evaluate({ 'event.type': 'order.received' }).events).toEqual([
      { type: 'hold-order', params: { code: 'manual-review' }, ruleId: 'f/n1' },
    ]);
    const gate = compile(draw([['t', 'test-gate'], asked('n1'), rush('a')], 't.next->n1 n1.yes->a'));
    expect(gate.rules.map(({ id }) => id)).toEqual(['f/n1', 'f/n1:gate', 'f/a']);
    expect(compileRules(gate.rules).evaluate({ 'event.type': 'gate.ship' }).events).toMatchObject([
      { type: 'deny', params: { code: 'manual-review' } },
    ]);
    const present = { all: [{ id: 'c1', fact: 'season.endsAt', operator: 'before', value: 5 }] };
    const stock = compile(
      draw(
        [
          ['t', 'test-stock'],
          ['n1', 'condition-group', { conditions: present }],
          ['a', 'raise-alert', alert],
        ],
        't.next->n1 n1.yes->a',
      ),
    );
    const facts = { 'event.type': 'time.reached', 'event.source': 'f/t' };
    expect(compileRules(stock.rules).evaluate(facts).events).toMatchObject([
      { type: 'raise-alert', params: { kind: 'manual-review', to: [{ role: 'operations' }] } },
    ]);
  });

  test('is no concern of conditions that are always decided', () => {
    const imported = { all: [{ ...total(1), missing: 'as-stock' }] };
    const flow = draw(
      [trigger, ['n1', 'condition-group', { conditions: imported }], rush('a')],
      't.next->n1 n1.yes->a',
    );
    expect(compile(flow).rules.map(({ id }) => id)).toEqual(['f/a']);
  });
});

describe('results', () => {
  const lines: Node = [
    'n1',
    'line-condition',
    {
      quantifier: 'any',
      conditions: {
        all: [{ id: 'c1', fact: 'line.quantity', operator: 'greaterThan', value: { fact: 'order.total' } }],
      },
    },
  ];

  test('name what has to be loaded, of the lines and of the order', () => {
    const { rules, derived } = compile(draw([trigger, lines, rush('a')], 't.next->n1 n1.yes->a'));
    const { facts } = compileRules(rules, { derived });
    expect(facts).toEqual(['event.type', 'line.quantity', 'lines', 'order.total']);
  });

  test('are calculated anew in their own stage and kept in later ones', () => {
    const flow = draw(
      [trigger, lines, ['p', 'test-approval'], check('n3'), rush('a')],
      't.next->n1 n1.yes->p p.approved->n3 n3.yes->a',
    );
    const { rules, derived } = compile(flow);
    const program = compileRules(rules, { derived });
    const order = { lines: [{ 'line.quantity': 2 }], 'order.total': 1 };
    const first = program.prepare({ ...order, 'event.type': 'order.received', 'f.n1': false });
    expect(first['f.n1']).toBe(true);
    const later = {
      ...first,
      'order.total': 9,
      'event.type': 'stage.entered',
      'event.stage': 'f/p:approved',
    };
    expect(program.prepare(later)['f.n1']).toBe(true);
    expect(program.prepare({ ...later, 'event.type': 'order.received' })['f.n1']).toBe(false);
  });

  test('stay absent where data is missing, and leave the given facts alone', () => {
    const { rules, derived } = compile(draw([trigger, lines, rush('a')], 't.next->n1 n1.yes->a'));
    const given = Object.freeze({ 'event.type': 'order.received', lines: [{}], 'order.total': 1 });
    const prepared = compileRules(rules, { derived }).prepare(given);
    expect(prepared).not.toHaveProperty(['f.n1']);
    expect(prepared['f.n1.matched']).toEqual([]);
    expect(given).not.toHaveProperty(['f.n1.matched']);
  });

  test('of times are calculated with each line inside a line condition', () => {
    const conditions = { all: [{ id: 'c1', fact: 'line.eta', operator: 'withinNext', value: 60 }] };
    const eta: FactDefinition = {
      id: 'line.eta',
      label: { zh: '到', en: 'eta' },
      type: 'time',
      scope: 'line',
      samples: [],
    };
    const vocabulary = {
      ...testVocabulary,
      facts: new Map([...testVocabulary.facts, [eta.id, eta]]),
    };
    const flow = draw(
      [trigger, ['n1', 'line-condition', { quantifier: 'any', conditions }], rush('a')],
      't.next->n1 n1.yes->a',
    );
    const { rules, derived } = compileFlow(flow, vocabulary);
    const program = compileRules(rules, { derived });
    expect(program.facts).toEqual(['clock.now', 'event.type', 'line.eta', 'lines']);
    const at = (minutes: number) => ({ 'line.eta': minutes * 60_000 });
    const facts = { 'event.type': 'order.received', 'clock.now': 0, lines: [at(500), at(30)] };
    expect(program.evaluate(facts).events.map(({ type }) => type)).toEqual(['mark-rush']);
    expect(program.evaluate({ ...facts, lines: [at(500)] }).events).toEqual([]);
  });
});

describe('what is wrong with a drawing', () => {
  const bad = (conditions: unknown): Flow =>
    draw([trigger, check('n1', conditions), rush('a')], 't.next->n1 n1.yes->a');
  const comparing = (fact: string, operator: string, value: unknown): Flow =>
    bad({ all: [{ id: 'c1', fact, operator, value }] });
  const edges = (flow: Flow, ...more: FlowEdge[]): Flow => ({ ...flow, edges: [...flow.edges, ...more] });
  const nodes = (flow: Flow, ...more: FlowNode[]): Flow => ({ ...flow, nodes: [...flow.nodes, ...more] });
  const good = bad({ all: [total(1)] });
  const edge = (node: string, port: string, to: string): FlowEdge => ({ from: { node, port }, to, order: 1 });

  const drawings: [code: string, flow: Flow, node: string | undefined][] = [
    ['no-trigger', draw([rush('a')], ''), undefined],
    ['two-triggers', nodes(good, { id: 'u', kind: 'order.changed', version: 1, params: {} }), 'u'],
    ['cycle', edges(good, edge('a', 'next', 'n1')), 'a'],
    ['unreachable', nodes(good, { id: 'x', kind: 'mark-rush', version: 1, params: {} }), 'x'],
    ['dangling-edge', edges(good, edge('n1', 'yes', 'gone')), 'n1'],
    ['unknown-port', edges(good, edge('n1', 'maybe', 'a')), 'n1'],
    ['no-entry', edges(good, edge('n1', 'no', 't')), 't'],
    ['unknown-block', nodes(good, { id: 'x', kind: 'teleport', version: 1, params: {} }), 'x'],
    ['newer-block', nodes(good, { id: 'x', kind: 'mark-rush', version: 99, params: {} }), 'x'],
    ['node-twice', nodes(good, { id: 'a', kind: 'mark-rush', version: 1, params: {} }), 'a'],
    [
      'forbidden-id',
      nodes(good, { id: 'constructor', kind: 'mark-rush', version: 1, params: {} }),
      'constructor',
    ],
    ['params', draw([trigger, ['a', 'hold-order', { code: 'because' }]], 't.next->a'), 'a'],
    ['flow-id', { ...good, id: 'order' }, undefined],
    ['no-action', draw([trigger, check('n1')], 't.next->n1'), undefined],
    ['unconnected', draw([trigger, ['p', 'test-approval', { need: true }]], 't.next->p'), 'p'],
    ['gate-only', draw([trigger, ['d', 'test-deny']], 't.next->d'), 'd'],
    ['no-target', draw([['t', 'test-stock'], rush('a')], 't.next->a'), 'a'],
    ['unknown-fact', comparing('order.colour', 'equal', 1), 'n1'],
    ['unknown-fact', comparing('f.a', 'equal', true), 'n1'],
    ['hidden-fact', comparing('event.type', 'equal', 'x'), 'n1'],
    ['line-fact', comparing('line.sku', 'equal', 'x'), 'n1'],
    ['change-fact', comparing('change.field', 'equal', 'x'), 'n1'],
    ['other-subject', draw([['t', 'test-stock'], check('n1')], 't.next->n1'), 'n1'],
    ['unknown-operator', comparing('order.total', 'resembles', 1), 'n1'],
    ['operator-type', comparing('order.total', 'startsWith', 'x'), 'n1'],
    ['value-type', comparing('order.total', 'greaterThan', 'many'), 'n1'],
    ['value-type', comparing('order.isRush', 'equal', 'yes'), 'n1'],
    ['value-type', comparing('customer.tier', 'atLeast', 'platinum'), 'n1'],
    ['value-type', comparing('order.total', 'between', [1]), 'n1'],
    ['value-type', comparing('order.total', 'lessThan', { fact: 'customer.tier' }), 'n1'],
    ['value-type', comparing('order.placedAt', 'before', 'soon'), 'n1'],
    ['fact-in-list', comparing('customer.tier', 'in', [{ fact: 'order.channel' }]), 'n1'],
    [
      'fact-in-list',
      draw(
        [
          trigger,
          [
            'a',
            'raise-alert',
            { ...alert, buttons: [{ name: 'x', input: { of: [{ fact: 'order.number' }] } }] },
          ],
        ],
        't.next->a',
      ),
      'a',
    ],
    ['pattern', comparing('order.note', 'matches', '('), 'n1'],
    [
      'path',
      bad({ all: [{ id: 'c1', fact: 'order.tags', path: '$..x', operator: 'contains', value: 'x' }] }),
      'n1',
    ],
    ['too-deep', bad(Array.from({ length: 40 }).reduce<unknown>((not) => ({ not }), total(1))), 'n1'],
  ];

  test.each(drawings)('%s', (code, flow, node) => {
    const { problems, rules } = compile(flow);
    const found = problems.find((problem) => problem.code === code && problem.node === node);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(found).toMatchObject({
      text: {
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/^[^\p{Script=Han}]+$/u),
      },
    });
    if (problems.some(({ level }) => level === 'error')) expect(rules).toEqual([]);
    else expect(rules.length).toBe(code === 'no-action' ? 0 : 1);
  });

  test('of a sound drawing is nothing', () => {
    expect(compile(good).problems).toEqual([]);
  });

  test('an import may name data nobody has: a warning, since it is always missing', () => {
    const flow = bad({
      all: [{ id: 'c1', fact: 'score', operator: 'equal', value: 1, missing: 'as-stock' }],
    });
    expect(compile(flow)).toMatchObject({
      problems: [{ level: 'warning', code: 'unknown-fact' }],
      rules: [{ id: 'f/a' }],
    });
  });
});

test('a season guards rules that are compiled already', () => {
  const within = guardBySeason({ all: [guard] }, { within: 'double-12' });
  const outside = guardBySeason({ all: [guard] }, { outside: ['spring', 'double-12'] });
  expect(within).toEqual({
    all: [{ fact: 'season.active', operator: 'contains', value: 'double-12' }, guard],
  });
  const program = compileRules([
    { id: 'in', conditions: within, event: { type: 'x' } },
    { id: 'out', conditions: outside, event: { type: 'x' } },
  ]);
  const ids = (active: string[]): string[] =>
    program
      .evaluate({ 'event.type': 'order.received', 'season.active': active })
      .events.map(({ ruleId }) => ruleId);
  expect([ids([]), ids(['double-12']), ids(['other'])]).toEqual([['out'], ['in'], ['out']]);
});
