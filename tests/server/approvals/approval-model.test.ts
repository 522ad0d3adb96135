import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStep } from '../../../server/approvals/approval-steps.ts';
import type { StoredApproval, StoredAsking } from '../../../server/approvals/approval.ts';
import { planHash } from '../../../server/approvals/plan-hash.ts';
import type { StoredTimer } from '../../../server/timers/timer.ts';
import { approvalFlow } from '../../support/stage-flows.ts';
import { StageWorld } from '../../support/stage-world.ts';
import { person, release } from '../../support/way.ts';

/** `npm run test:approvals` plays 2,000 sequences. */
const runs = Number(process.env.SLUICE_SEQUENCES ?? 150);
const people = ['approver', 'manager', 'finance', 'operations'];
const outcomes = ['m-approved', 'm-rejected', 'm-timedOut'];

const inForce = release(
  1,
  approvalFlow('m', [
    {
      id: 'a',
      who: { role: 'approver' },
      within: 60,
      onTimeout: 'escalate',
      escalateTo: { role: 'manager' },
    },
    { id: 'b', who: { role: 'manager' }, within: 30 },
  ]),
);

const who = fc.constantFrom(...people);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), who, stale: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask-back' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delegate' as const), who, to: who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('change' as const), quantity: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const) }) },
);

/** What happened over all sequences: one in which nothing is ever approved would prove nothing. */
const seen = new Set<string>();

test(
  'whatever people do in whatever order, an approval keeps its promises',
  () => {
    fc.assert(
      fc.property(who, fc.array(step, { minLength: 3, maxLength: 18 }), (requester, steps) => {
        const world = new StageWorld(inForce, people);
        world.receive(person(requester));
        const firstPlan = approvalOf(world).plan;
        for (const one of steps) {
          const before = approvalOf(world);
          const refused = play(world, one, firstPlan);
          check(world, before, requester);
          if (refused !== null) seen.add(`refused ${one.do}`);
        }
      }),
      { numRuns: runs },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['approved', 'rejected', 'timedOut', 'asked again', 'ended', 'refused approve']),
    );
  },
  20_000 + runs * 60,
);

function approvalOf(world: StageWorld): StoredApproval {
  return world.memory
    .all<StoredAsking>('approvals')
    .find(({ kind }) => kind === 'approval') as StoredApproval;
}

function play(
  world: StageWorld,
  one: typeof step extends fc.Arbitrary<infer S> ? S : never,
  firstPlan: string,
) {
  const approval = approvalOf(world);
  const target = `approval:${approval._id}`;
  switch (one.do) {
    case 'approve':
      return world.press('approve', person(one.who), target, { plan: one.stale ? firstPlan : approval.plan });
    case 'reject':
      return world.press('reject', person(one.who), target, {});
    case 'ask-back':
      return world.press('ask-back', person(one.who), target, { question: '为什么' });
    case 'answer': {
      const asked = world.memory
        .all<StoredAsking>('approvals')
        .find(({ kind, open }) => kind === 'question' && open);
      if (asked === undefined) return null;
      return world.press('answer', person(one.who), `question:${asked._id}`, { choice: '因为' });
    }
    case 'delegate':
      return world.press('delegate', person(one.who), target, { person: one.to });
    case 'change': {
      const lines = [{ lineId: '1', sku: 'BRK-1', quantity: one.quantity, unitPrice: 100 }];
      world.changeOrder({ lines, quantity: one.quantity });
      return null;
    }
    case 'pass':
      world.pass(one.minutes);
      return null;
    case 'cancel':
      world.cancel();
      return null;
  }
}

function check(world: StageWorld, before: StoredApproval, requester: string): void {
  const { order } = world;
  const after = approvalOf(world);
  const deciders = after.steps.flatMap(({ by }) => by?.id ?? []);
  expect(deciders).not.toContain(`person:${requester}`);
  expect(new Set(deciders).size).toBe(deciders.length);
  if (after.round > before.round) {
    seen.add('asked again');
    expect(deciders).toEqual([]);
  }
  const tags = order.tags.filter((tag) => outcomes.includes(tag));
  const ended = ['approved', 'rejected', 'timedOut'].includes(after.state);
  expect(tags).toEqual(ended ? [`m-${after.state}`] : []);
  if (before.open && !after.open) seen.add(after.state);
  if (before.open && after.state === 'approved') {
    expect(after.steps.every(({ state }) => state === 'approved')).toBe(true);
    expect(after.plan).toBe(planHash(after.origin, order, null));
  }
  if (!before.open) expect(after).toEqual(before);
  expect(order.holds.some(({ code }) => code === 'awaiting-approval')).toBe(after.open);
  const due = openStep(after)?.dueAt ?? null;
  // That it was decided is told to other flows by a timer of its own, after the commit.
  const timers = world.memory
    .all<StoredTimer>('timers')
    .filter(({ _id }) => !_id.startsWith('approval-decided|'))
    .map((timer) => [timer._id, timer.due]);
  expect(timers).toEqual(after.open && due !== null ? [[after.timer, due]] : []);
}
