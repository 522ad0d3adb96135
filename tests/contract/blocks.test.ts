import { describe, expect, it } from 'vitest';
import type { BlockDefinition, BlockExample } from '../../rules-library/define/block.ts';
import { flowSchema, type Flow } from '../../rules-library/schema/flow.ts';
import { giveIds } from '../../server/flows/give-ids.ts';
import { compileFlow, compileRules } from '../../runtime/index.ts';
import { fullVocabulary as vocabulary } from '../support/test-vocabulary.ts';

/** What stands behind a port: a tag of its name, or an alert that says it where there is no order. */
function told(port: string, isOrder: boolean) {
  if (isOrder) return { type: 'set-tag', params: { tag: port } };
  return {
    type: 'raise-alert',
    params: { kind: 'other', level: 'info', to: [{ role: 'operations' }], text: port },
  };
}

function givesOrders(block: BlockDefinition, params: unknown): boolean {
  if (block.category !== 'trigger') return true;
  const plan = block.compile(params as never, {
    flow: 'example',
    node: 'it',
    result: 'example.it',
    matchedLines: undefined,
  });
  return (plan.role === 'trigger' ? plan.subject : undefined) === 'order' || block.subject === 'order';
}

/** The block drawn alone after a trigger, each of its ports leading to something that says its name. */
function drawn(block: BlockDefinition, params: unknown): Flow {
  const isTrigger = block.category === 'trigger';
  const node = { id: 'it', kind: block.kind, version: block.version, params };
  const parsed = block.params.safeParse(params);
  const all = parsed.success ? block.ports(parsed.data) : [];
  // An action leads on only where it must: what it emits is looked at alone.
  const ports = block.category === 'action' ? all.filter(({ unconnected }) => unconnected === 'error') : all;
  const nodes = [
    ...(isTrigger ? [] : [startOf(block)]),
    node,
    ...ports.map(({ id }) => {
      const { type, params: said } = told(id, parsed.success && givesOrders(block, parsed.data));
      return { id: `to-${id}`, kind: type, version: 1, params: said };
    }),
  ];
  const edges = [
    ...(isTrigger || block.category === 'note' ? [] : [{ from: { node: 'start', port: 'next' }, to: 'it' }]),
    ...ports.map(({ id }) => ({ from: { node: 'it', port: id }, to: `to-${id}` })),
  ];
  return flowSchema.parse({ id: 'example', name: { zh: '例', en: 'Example' }, nodes, edges });
}

/** What a block that is no trigger stands behind: gates are asked, what acts on stock alone follows stock, all else an order. */
function startOf(block: BlockDefinition) {
  const start = { id: 'start', version: 1 };
  if (block.category === 'gate') return { ...start, kind: 'gate', params: { commands: ['ship'] } };
  return { ...start, kind: eventOf(block), params: {} };
}

/** The event a drawing listens to in its example. */
function eventOf({ category, kind, follows }: BlockDefinition): string {
  if (category === 'trigger') return kind;
  if (category === 'gate') return 'gate.ship';
  const isOfStock = follows?.includes('stock') === true && !follows.includes('order');
  return isOfStock ? 'stock.changed' : 'order.received';
}

function run(block: BlockDefinition, { params, facts = {} }: BlockExample) {
  const { rules, derived, problems } = compileFlow(drawn(block, params), vocabulary);
  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  const program = compileRules(rules, { derived });
  return program
    .evaluate({ 'event.type': eventOf(block), ...facts })
    .events.map(({ type, params: given }) => ({
      type,
      params: given,
    }));
}

const cases = [...vocabulary.blocks.values()].flatMap((block) =>
  block.examples.map((example) => [`${block.kind}: ${example.name.en}`, block, example] as const),
);

describe('examples of blocks', () => {
  it('every block has one that works', () => {
    for (const { kind, examples } of vocabulary.blocks.values()) {
      expect(
        examples.some(({ problem }) => problem === undefined),
        kind,
      ).toBe(true);
    }
  });

  it.each(cases.filter(([, , { problem }]) => problem !== undefined))(
    '%s is refused',
    (_, block, example) => {
      const { problems, rules } = compileFlow(drawn(block, example.params), vocabulary);
      const own = problems.filter(({ level, node }) => level === 'error' && node === 'it');
      expect(own.map(({ code }) => code)).toContain(example.problem);
      for (const { text } of own) expect([text.zh, text.en]).not.toContain('');
      expect(rules).toEqual([]);
    },
  );

  it.each(cases.filter(([, , { port }]) => port !== undefined))(
    '%s leaves by its port',
    (_, block, example) => {
      const events = run(block, example).filter(({ type }) => !(block.needs ?? []).includes(type));
      expect(events).toEqual([told(example.port!, true)]);
    },
  );

  it.each(cases.filter(([, , { emits }]) => emits !== undefined))(
    '%s emits what it says',
    (_, block, example) => {
      expect(run(block, example)).toEqual([example.emits]);
    },
  );

  it.each(cases)('%s is the same once saved, when its conditions have ids', (_, block, example) => {
    const flow = drawn(block, example.params);
    const codes = (one: Flow) => compileFlow(one, vocabulary).problems.map(({ node, code }) => [node, code]);
    expect(codes(giveIds(flow))).toEqual(codes(flow));
  });

  it.each(cases.filter(([, , { gives }]) => gives !== undefined))(
    '%s gives what it says',
    (_, block, example) => {
      const { derived, problems } = compileFlow(drawn(block, example.params), vocabulary);
      expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
      const facts = compileRules([], { derived }).prepare({
        ...example.facts,
        'event.type': 'order.received',
      });
      const found = Object.keys(example.gives!).map((output) => [
        output,
        facts[['example', 'it', ...(output === '' ? [] : [output])].join('.')],
      ]);
      expect(Object.fromEntries(found)).toEqual(example.gives);
    },
  );

  it.each([...vocabulary.blocks.values()].filter(({ results }) => results !== undefined))(
    '$kind says of every result what it is',
    (block) => {
      for (const { params } of block.examples.filter(({ problem }) => problem === undefined)) {
        const { derived } = compileFlow(drawn(block, params), vocabulary);
        const ids = block.results!(block.params.parse(params) as never).map(({ output }) =>
          ['example', 'it', ...(output === undefined ? [] : [output])].join('.'),
        );
        expect(derived.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      }
    },
  );

  it.each(cases.filter(([, block, { problem }]) => block.category === 'trigger' && problem === undefined))(
    '%s starts its flow',
    (_, block, example) => {
      expect(run(block, example)).toEqual([
        told('next', givesOrders(block, block.params.parse(example.params))),
      ]);
    },
  );

  it.each(cases.filter(([, block]) => block.category === 'note'))(
    '%s decides nothing',
    (_, block, example) => {
      expect(run(block, example)).toEqual([]);
    },
  );

  it.each([...vocabulary.blocks.values()].map((block) => [block.kind, block] as const))(
    '%s: just dropped on the canvas it draws, and says what it still needs',
    (_, block) => {
      const { problems } = compileFlow(drawn(block, block.initial), vocabulary);
      for (const { code, text } of problems.filter(({ level }) => level === 'error')) {
        expect(code).toBe('params');
        expect(text.zh).not.toMatch(/undefined|\[object/);
      }
    },
  );
});
