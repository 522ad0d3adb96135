import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { anOrder, connector, flow, openWay, release } from '../../support/way.ts';

const paid = { all: [{ fact: 'payment.status', operator: 'equal', value: 'paid' }] };
const big = { all: [{ fact: 'order.total', operator: 'greaterThan', value: 0 }] };

/** `received` → confirm (if wanted) → release, with something behind each of its ports. */
function releasing(id: string, conditions: unknown, actions: { kind: string; params: object }[]) {
  const drawn = flow(id, 'order.received', conditions, [...actions, { kind: 'release-order', params: {} }]);
  const last = `act${actions.length + 1}`;
  const node = (name: string, kind: string, params: object) => ({ id: name, kind, params });
  return {
    ...drawn,
    nodes: [
      ...drawn.nodes,
      node('went', 'set-tag', { tag: 'went' }),
      node('again', 'condition-group', {
        conditions: { all: [{ fact: 'order.tags', operator: 'contains', value: 'own' }] },
        whenMissing: 'no',
      }),
      node('saw', 'set-tag', { tag: 'saw-own' }),
      node('stuck', 'hold-order', { code: 'other' }),
    ],
    edges: [
      ...drawn.edges,
      { from: { node: last, port: 'done' }, to: 'went' },
      { from: { node: last, port: 'impossible' }, to: 'again' },
      { from: { node: 'again', port: 'yes' }, to: 'saw' },
      { from: { node: last, port: 'impossible' }, to: 'stuck' },
    ],
  };
}

const rules = release(
  7,
  // Before the other: what is confirmed here may be released there.
  flow('a-confirm', 'order.received', paid, [{ kind: 'confirm-order', params: {} }]),
  releasing('early', big, [{ kind: 'set-tag', params: { tag: 'own' } }]),
);
let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay({ release: rules });
});
afterAll(() => way.close());

async function ingest(more: Record<string, unknown>) {
  const executed = await way.door.execute({ name: 'ingest-order', input: anOrder(more) }, connector);
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  const { id } = executed.outcome.result as { id: string };
  const order = (await way.all('orders')).find(({ _id }) => _id === id);
  const decisions = (await way.all('decisions')).filter(({ subject }) => subject === `order:${id}`);
  return { order, decisions, result: executed.outcome.result as any };
}

test('the stage behind "impossible" is decided in the same transaction, on what its own flow did', async () => {
  const { order, decisions, result } = await ingest({ payment: { status: 'unpaid' } });
  expect(order).toMatchObject({ state: 'received', tags: ['own', 'saw-own'] });
  expect(order.holds.map(({ code }: any) => code)).toEqual(['other']);
  expect(decisions.map(({ event }) => event)).toEqual(['order.received', 'stage.entered']);
  const [first, stage] = decisions.map((one) => bodyOf(one));
  expect(first!.effects).toContainEqual(
    expect.objectContaining({ command: 'release-order', outcome: 'refused', port: 'impossible' }),
  );
  expect(stage!.facts).toMatchObject({ 'event.stage': 'early/act2:impossible', 'order.tags': ['own'] });
  expect(stage!.effects.map(({ command }) => command)).toEqual(['hold-order', 'set-tag']);
  expect(result.decision.events.map(({ type }: any) => type)).toEqual([
    'set-tag',
    'release-order',
    'hold-order',
    'set-tag',
  ]);
});

test('the stage behind "done" follows a release', async () => {
  const { order, decisions } = await ingest({});
  expect(order).toMatchObject({ state: 'released', tags: ['own', 'went'], holds: [] });
  expect(bodyOf(decisions[1]).facts).toMatchObject({ 'event.stage': 'early/act2:done' });
});

test('a stage decision gives the same rules again from what it keeps', async () => {
  for (const decision of await way.all('decisions')) {
    const { facts, matched } = bodyOf(decision);
    expect(rules.program.evaluate(facts).events.map(({ ruleId }) => ruleId)).toEqual(
      matched.map(({ rule }) => rule),
    );
  }
});
