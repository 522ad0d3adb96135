import type { DecisionView } from '../../rules-library/contract/orders.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { bodyOf, type StoredDecision } from './decision.ts';

const orderPrefix = 'order:';

/** A decision as it is read: what was known, which rules matched, what followed. */
export function decisionView(decision: StoredDecision, release: ActiveRelease | null): DecisionView {
  const body = bodyOf(decision);
  const { subject } = decision;
  return {
    id: decision._id,
    order: subject.startsWith(orderPrefix) ? subject.slice(orderPrefix.length) : null,
    event: decision.event,
    at: new Date(decision.at).toISOString(),
    release: decision.release,
    releaseHash: decision.releaseHash,
    matched: body.matched.map(({ rule, flow, node }) => ({
      rule,
      flow,
      node,
      flowName: release?.flows.get(flow)?.name ?? { zh: flow, en: flow },
    })),
    events: body.effects.map(({ command, input }) => ({ type: command, params: input })),
    overridden: body.overridden,
    unknown: body.unknown,
    facts: { ...body.facts },
  };
}
