import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema, type Flow } from '../../../rules-library/schema/flow.ts';
import { compileFlow, compileRules, planEffects } from '../../../runtime/index.ts';
import { createRandom, type Random } from '../../../server/rehearsal/chain/random.ts';
import { buildRelease, type ReleaseContent } from '../../../server/releases/build-release.ts';
import { runStock, type SecondEngine } from '../../../server/verify/stock-engine.ts';
import { TimeBudget } from '../../../server/verify/time-budget.ts';
import type { RecordedDecision } from '../../../server/verify/verification.ts';
import { verify } from '../../../server/verify/verify.ts';

const zone = 'Asia/Shanghai';

interface Drawn {
  total: number;
  tier: string;
  action: 'set-tag' | 'hold-order' | 'raise-alert';
}

/** Received → total above, of a tier → one action that names a fact in some. */
function drawing(id: string, { total, tier, action }: Drawn, cases: unknown[] = []): Flow {
  const params = {
    'set-tag': { tag: `t-${total}` },
    'hold-order': { code: 'manual-review' },
    'raise-alert': { kind: 'other', level: 'warn', to: [{ role: 'keeper' }], text: '{order.channel}' },
  }[action];
  const conditions = {
    all: [
      { id: 'c1', fact: 'order.total', operator: 'greaterThan', value: total },
      { id: 'c2', fact: 'customer.tier', operator: 'equal', value: tier },
    ],
  };
  return flowSchema.parse({
    id,
    name: { zh: `流程 ${id}`, en: `Flow ${id}` },
    nodes: [
      { id: 'start', kind: 'order.received' },
      { id: 'check', kind: 'condition-group', params: { conditions } },
      { id: 'act', kind: action, params },
    ],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'next' }, to: 'check' },
      { id: 'e2', from: { node: 'check', port: 'yes' }, to: 'act' },
    ],
    cases,
  });
}

function release(flows: readonly Flow[]): ReleaseContent {
  const drafts = flows.map((flow) => ({ flow, version: 1 }));
  return buildRelease(drafts, (flow) => compileFlow(flow, vocabulary), 'test').content;
}

const candidateOf = ({ rules, derived, flows }: ReleaseContent) => ({
  rules,
  derived,
  flows: flows.map(({ flow }) => flow),
});

function someDrawn(random: Random): Drawn {
  return {
    total: random.between(0, 9) * 10,
    tier: random.pick(['gold', 'silver']),
    action: random.pick(['set-tag', 'hold-order', 'raise-alert']),
  };
}

function recordedOrders(random: Random, count: number): RecordedDecision[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    at: 1_770_000_000_000 + index,
    subject: `order:O${index}`,
    facts: {
      'event.type': 'order.received',
      'order.channel': random.pick(['jd', 'taobao']),
      ...(random.chance(0.1) ? {} : { 'order.total': random.between(0, 100) }),
      ...(random.chance(0.1) ? {} : { 'customer.tier': random.pick(['gold', 'silver', 'none']) }),
    },
  }));
}

const options = { recorded: [], cases: [], generated: 40, zone };

describe('recorded orders', () => {
  test('come out otherwise exactly where deciding all of them before and after gives other effects, for 20 changes', async () => {
    const random = createRandom(11);
    const effectsBy = ({ rules, derived }: ReleaseContent) => {
      const program = compileRules(rules, { derived });
      return ({ facts, at, subject }: RecordedDecision) => {
        const context = { facts: program.prepare(facts), vocabulary, now: at, subject, zone };
        const { effects } = planEffects(program.evaluate(facts).events, context);
        return effects
          .map(({ command, input }) => JSON.stringify([command, input]))
          .sort()
          .join();
      };
    };
    let flips = 0;
    for (let change = 0; change < 20; change++) {
      const drawn = Array.from({ length: 4 }, () => someDrawn(random));
      const flows = drawn.map((one, index) => drawing(`f${index}`, one));
      const live = release(flows);
      const changed = random.between(0, 3);
      const next = flows.map((flow, index) =>
        index === changed ? drawing(flow.id, someDrawn(random)) : flow,
      );
      const candidate = release(random.chance(0.2) ? next.slice(1) : next);
      const recorded = recordedOrders(random, 60);
      const before = effectsBy(live);
      const after = effectsBy(candidate);
      const expected = recorded.filter((one) => before(one) !== after(one));
      const found = await verify(candidateOf(candidate), { ...options, live, recorded, generated: 0 });
      expect(found.recorded.otherwise).toBe(expected.length);
      expect(found.recorded.decisions).toBe(recorded.length);
      expect(found.recorded.samples.map(({ id }) => id)).toEqual(expected.slice(0, 20).map(({ id }) => id));
      expect(found.secondOpinion.disagreements).toEqual([]);
      expect(found.complete).toBe(true);
      flips += expected.length;
    }
    expect(flips).toBeGreaterThan(20);
  });
});

describe('the second opinion', () => {
  const flows = [
    drawing('a', { total: 500, tier: 'gold', action: 'set-tag' }),
    drawing('b', { total: 90, tier: 'silver', action: 'hold-order' }),
  ];
  const content = release(flows);

  test('has five orders that match and five that nearly do for every changed rule, and the invented ones', async () => {
    const live = release([flows[0]!, drawing('b', { total: 70, tier: 'silver', action: 'hold-order' })]);
    const asked: { rules: number }[] = [];
    const engine: SecondEngine = (rules, facts) => {
      asked.push({ rules: rules.length });
      return runStock(rules, facts);
    };
    const { secondOpinion } = await verify(candidateOf(content), { ...options, live, engine });
    expect(secondOpinion).toMatchObject({
      changed: 2,
      changedLeftOut: 0,
      matching: 10,
      nearly: 10,
      generated: 40,
      generatedLeftOut: 0,
      noOpinion: 0,
      disagreements: [],
    });
    // Invented orders meet all rules of the event; the others the rule in question and what matches beside it.
    expect(asked.filter(({ rules }) => rules === content.rules.length).length).toBeGreaterThanOrEqual(40);
  });

  test('counts recorded orders first: real ones are the best to ask about', async () => {
    const facts = { 'event.type': 'order.received', 'order.total': 777, 'customer.tier': 'gold' };
    const recorded = Array.from({ length: 9 }, (_, n) => ({
      id: `d${n}`,
      at: n,
      subject: `order:${n}`,
      facts,
    }));
    const seen: unknown[] = [];
    const engine: SecondEngine = (rules, given) => {
      seen.push(given['order.total']);
      return runStock(rules, given);
    };
    await verify(candidateOf(content), { ...options, recorded, engine, generated: 0 });
    expect(seen.filter((total) => total === 777).length).toBeGreaterThanOrEqual(5);
  });

  test.each<[string, (rule: string, total: number) => boolean]>([
    ['takes a boundary for included', (rule, total) => rule.startsWith('a/') && total === 500],
    ['never matches a rule', (rule) => rule === 'b/act'],
  ])('finds an engine that %s, with the order as witness', async (_, wrong) => {
    const engine: SecondEngine = async (rules, facts) => {
      const right = await runStock(rules, facts);
      const total = Number(facts['order.total']);
      const turned = rules.filter(({ id, event }) => event.type !== 'raise-alert' && wrong(id, total));
      const ids = new Set(turned.map(({ id }) => id));
      const kept = right.filter(({ ruleId }) => !ids.has(ruleId));
      const added = turned.filter(({ id }) => !right.some(({ ruleId }) => ruleId === id));
      return [...kept, ...added.map(({ id, event }) => ({ type: event.type, params: {}, ruleId: id }))];
    };
    const { secondOpinion } = await verify(candidateOf(content), { ...options, engine });
    expect(secondOpinion.disagreements.length).toBeGreaterThan(0);
    for (const { facts, ours, theirs, rule, scope } of secondOpinion.disagreements) {
      expect(ours).not.toEqual(theirs);
      expect(wrong(rule, Number(facts['order.total']))).toBe(true);
      expect(scope).toEqual({ event: 'order.received', stage: null });
      // The witness can be tried again: our engine still says so.
      const again = compileRules(content.rules)
        .evaluate(facts)
        .events.map(({ ruleId }) => ruleId);
      expect(again.includes(rule)).toBe(ours.includes(rule));
    }
  });

  test('an engine that gives up has no opinion; it does not count as one that agrees', async () => {
    const engine: SecondEngine = async () => {
      throw new Error('cannot compare');
    };
    const { secondOpinion } = await verify(candidateOf(content), { ...options, engine });
    expect(secondOpinion).toMatchObject({ matching: 0, nearly: 0, disagreements: [] });
    expect(secondOpinion.noOpinion).toBeGreaterThan(40);
  });
});

describe('time', () => {
  test('that runs out is said: what was left out of each part', async () => {
    let now = 0;
    const clock = () => (now += 10);
    const content = release([
      drawing('a', { total: 5, tier: 'gold', action: 'set-tag' }),
      drawing('b', { total: 6, tier: 'gold', action: 'hold-order' }),
    ]);
    const recorded = recordedOrders(createRandom(2), 500);
    const budget = new TimeBudget(300, () => false, clock);
    const found = await verify(candidateOf(content), { ...options, live: content, recorded, budget });
    expect(found.complete).toBe(false);
    expect(found.recorded.cutShort).toBe(true);
    expect(found.recorded.decisions).toBeGreaterThan(0);
    expect(found.recorded.decisions).toBeLessThan(500);
    const first = await verify(candidateOf(content), {
      ...options,
      budget: new TimeBudget(40, () => false, clock),
    });
    expect(first.complete).toBe(false);
    const { changed, changedLeftOut, generated, generatedLeftOut } = first.secondOpinion;
    expect(changed).toBeGreaterThan(0);
    expect(changedLeftOut).toBeGreaterThan(0);
    expect(generated + generatedLeftOut).toBe(40);
  });

  test('stops when asked to', async () => {
    let asked = 0;
    const budget = new TimeBudget(Number.POSITIVE_INFINITY, () => ++asked > 30);
    const content = release([drawing('a', { total: 5, tier: 'gold', action: 'set-tag' })]);
    const recorded = recordedOrders(createRandom(2), 100);
    const found = await verify(candidateOf(content), { ...options, recorded, budget });
    expect(found.recorded.decisions).toBe(30);
  });
});

test("a drawing's own cases: what does not pass is named with its case and its node", async () => {
  const facts = { 'order.total': 600, 'customer.tier': 'gold' };
  const one = (id: string, events: unknown[]) => ({
    id,
    name: { zh: id, en: id },
    event: 'order.received',
    facts,
    expect: { events },
  });
  const flow = drawing('a', { total: 500, tier: 'gold', action: 'set-tag' }, [
    one('passes', [{ type: 'set-tag', params: { tag: 't-500' } }]),
    one('other-tag', [{ type: 'set-tag', params: { tag: 'big' } }]),
    one('none', []),
    one('held', [{ type: 'set-tag' }, { type: 'hold-order' }]),
  ]);
  const content = release([flow]);
  const { cases } = await verify(candidateOf(content), { ...options, cases: [flow], generated: 0 });
  expect(cases.run).toBe(4);
  expect(cases.failed.map(({ flow: id, case: name, node }) => [id, name, node])).toEqual([
    ['a', 'other-tag', 'act'],
    ['a', 'none', 'act'],
    ['a', 'held', undefined],
  ]);
  expect(cases.failed.every(({ differences }) => differences[0]!.zh !== '')).toBe(true);
});
