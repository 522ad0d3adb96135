import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byTelephone } from '../../support/press.ts';
import { anOrder, connector, openWay, person } from '../../support/way.ts';

/** The lifecycle graph as the vocabulary draws it: who goes from where to where. Written down here a second time on purpose. */
const graph: Record<string, { role: string; from: string[]; to: string }> = {
  'confirm-order': { role: 'operations', from: ['received'], to: 'confirmed' },
  'release-order': { role: 'operations', from: ['confirmed'], to: 'released' },
  'mark-delivered': { role: 'operations', from: ['shipped'], to: 'delivered' },
  'close-order': { role: 'operations', from: ['delivered'], to: 'closed' },
  'cancel-order': { role: 'sales', from: ['received', 'confirmed', 'released', 'picking'], to: 'cancelled' },
};
const road = ['received', 'confirmed', 'released', 'picking', 'shipped', 'delivered', 'closed'];
const ended = new Set(['closed', 'cancelled']);

interface Model {
  state: string;
  held: boolean;
  due: number;
}
type Step =
  | { press: keyof typeof graph }
  | { press: 'hold-order' | 'lift-hold' }
  | { press: 'record-payment'; amount: number }
  | { reports: 'order.shipped' };

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Object.keys(graph)).map((press): Step => ({ press })) },
    { weight: 2, arbitrary: fc.constantFrom<Step>({ press: 'hold-order' }, { press: 'lift-hold' }) },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: 1, max: 3 })
        .map((n): Step => ({ press: 'record-payment', amount: n * 25_000 })),
    },
    { weight: 2, arbitrary: fc.constant<Step>({ reports: 'order.shipped' }) },
  ),
  { minLength: 8, maxLength: 20 },
);

/** What becomes of the order: whether the step is taken, and the order after it. */
function after(model: Model, step: Step): { taken: boolean; model: Model } {
  const not = { taken: false, model };
  if ('reports' in step) {
    return ended.has(model.state) || road.indexOf(model.state) >= road.indexOf('shipped')
      ? not
      : { taken: true, model: { ...model, state: 'shipped' } };
  }
  if (ended.has(model.state)) return not;
  if (step.press === 'hold-order') return { taken: true, model: { ...model, held: true } };
  if (step.press === 'lift-hold') return model.held ? { taken: true, model: { ...model, held: false } } : not;
  if (step.press === 'record-payment') {
    const { amount } = step as { amount: number };
    return amount > model.due ? not : { taken: true, model: { ...model, due: model.due - amount } };
  }
  const { from, to } = graph[step.press]!;
  if (!from.includes(model.state)) return not;
  if (to === 'released' && model.held) return not;
  if (to === 'closed' && model.due > 0) return not;
  return { taken: true, model: { ...model, state: to, held: to === 'cancelled' ? false : model.held } };
}

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay();
});
afterAll(() => way.close());

let count = 0;
async function take(id: string, step: Step) {
  if ('reports' in step) {
    const occurredAt = new Date().toISOString();
    const input = { type: step.reports, id: `m-${(count += 1)}`, occurredAt, data: { order: id } };
    const done = await way.door.execute({ name: 'record-event', input }, connector);
    return { taken: done.ok && done.outcome.result.status === 'accepted', press: null };
  }
  const input =
    step.press === 'record-payment'
      ? { amount: (step as { amount: number }).amount, method: 'cash' }
      : step.press in graph
        ? {}
        : { code: 'no-stock' };
  const role = graph[step.press]?.role ?? (step.press === 'record-payment' ? 'finance' : 'operations');
  const done = await way.door.execute(
    { name: step.press, target: `order:${id}`, input, ...byTelephone },
    person(role),
  );
  if (!done.ok) expect(done.refusal.code).toBe('refused');
  return { taken: done.ok, press: done.ok ? done.press : null };
}

test('whatever is pressed, an order stays on the graph, and state, history and audit agree', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const sent = await way.door.execute(
        { name: 'ingest-order', input: anOrder({ payment: { status: 'unpaid' } }) },
        connector,
      );
      if (!sent.ok) throw new Error(sent.refusal.message.en);
      const id = String(sent.outcome.result.id);
      let model: Model = { state: 'received', held: false, due: 100_000 };
      const walked = ['received'];
      for (const step of sequence) {
        const expected = after(model, step);
        const { taken, press } = await take(id, step);
        expect({ step, state: model.state, taken }).toEqual({
          step,
          state: model.state,
          taken: expected.taken,
        });
        if (expected.model.state !== model.state) walked.push(expected.model.state);
        if (press !== null && expected.model.state !== model.state) {
          const trace = await way.store.collection('audit').findOne({ _id: press } as never);
          expect(trace).toMatchObject({
            target: `order:${id}`,
            before: { state: model.state },
            after: { state: expected.model.state },
          });
        }
        model = expected.model;
      }
      const order = await way.store.collection('orders').findOne({ _id: id } as never);
      expect(order).toMatchObject({ state: model.state, held: model.held });
      const history = await way.store
        .collection('orderHistory')
        .find({ order: id } as never)
        .sort({ _id: 1 })
        .toArray();
      expect(history).toHaveLength(order!.history as number);
      const told = history
        .filter(({ type }) => String(type).startsWith('order.'))
        .map(({ type }) => String(type).slice('order.'.length));
      expect(told).toEqual(walked);
      const waits = history.filter(({ wait }) => String(wait).startsWith('state:')).map(({ wait }) => wait);
      expect(waits).toEqual(walked.slice(0, -1).map((state) => `state:${state}`));
    }),
    { numRuns: 15 },
  );
}, 30_000);
