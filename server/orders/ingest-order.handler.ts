import type { OrderInput } from '../../rules-library/schema/order.ts';
import { channelLabel } from './channel-label.ts';
import type { DecidedEvent, Decider } from '../decisions/decider.ts';
import type { StoredDecision } from '../decisions/decision.ts';
import {
  defineHandler,
  type CommandHandler,
  type Need,
  type Outcome,
  type Press,
  type Signal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import type { Stages } from '../stages/stages.ts';
import type { Lockable } from '../stock/lock/needs-to-lock.ts';
import { timersOfOrder } from '../times/order-times.ts';
import { buildOrder, identitiesOf, orderFingerprint } from './build-order.ts';
import { orderSignal } from './changed.ts';
import { moveCredit } from './credit.ts';
import { decideAbout } from './decide-about.ts';
import { changeOrder } from './history.ts';
import { dayOf } from './facts/moment.ts';
import { enterOrder } from './identity-entries.ts';
import { needsAround } from './order-documents.ts';
import { orderId } from './order-id.ts';
import { acceptedResult, knownResult } from './order-result.ts';
import type { StoredOrder } from './order.ts';

interface IngestOptions {
  vault: PersonalVault;
  decider: Decider;
  stages: Stages;
}

type Named = Parameters<typeof needsAround>[0] & Lockable;

/** Takes in an order, recognises repeats, decides it and carries the effects out: all in one transaction. */
export function ingestOrderHandler({ vault, decider, stages }: IngestOptions): CommandHandler {
  // Keyed hashes are the same on every attempt: made once per press.
  const identities = new WeakMap<Press<OrderInput>, string[]>();
  const identitiesFor = (press: Press<OrderInput>): string[] => {
    let keys = identities.get(press);
    if (keys === undefined) identities.set(press, (keys = identitiesOf(vault, press.input)));
    return keys;
  };

  return defineHandler<OrderInput>({
    name: 'ingest-order',
    needs(press, state) {
      const id = orderId(press.input.channel, press.input.externalId);
      const release = decider.release();
      const { channel, lines, repairShop, customer = {} } = press.input;
      const named = { channel, lines, repairShop, customer, identities: identitiesFor(press) } as Named;
      if (state === undefined) {
        return [
          { collection: 'orders', ids: [id] },
          ...needsAround(named, press.arrivedAt ?? 0, decider.zone()),
          ...decider.needs(release, undefined, named),
        ];
      }
      const known = state.get<StoredOrder>('orders', id);
      if (known !== undefined) return firstDecisionOf(known);
      return [
        { collection: 'calendar', ids: [dayOf(state.now, decider.zone())] },
        ...decider.needs(release, state, named),
      ];
    },
    plan(press, state) {
      const id = orderId(press.input.channel, press.input.externalId);
      const known = state.get<StoredOrder>('orders', id);
      return known === undefined ? takeIn(press, state) : repeat(press, known, state);
    },
  });

  function takeIn(press: Press<OrderInput>, state: State): Outcome {
    const draft = new Draft(state);
    const release = decider.release();
    const base = press.id.slice(1);
    const built = buildOrder(press.input, press, vault, state.now, identitiesFor(press));
    const credit = moveCredit(built, draft);
    const received = changeOrder(
      { ...credit.order, ...(release === null ? {} : { firstDecision: `d${base}` }) },
      press,
      state.now,
      [{ type: 'order.received', text: receivedText(built), data: { channel: built.channel } }],
    );
    draft.apply(received.changes);
    draft.apply(credit.changes);
    draft.apply(enterOrder(built, draft));
    if (release !== null) draft.apply(timersOfOrder(release, built, draft.now));
    const events = press.input.rush ? ['order.received', 'rush.requested'] : ['order.received'];
    const decided = decideAbout(
      built._id,
      events.map((type) => ({ type })),
      press,
      draft,
      { decider, stages },
    );
    const order = draft.get<StoredOrder>('orders', built._id)!;
    const result = acceptedResult(order, decided);
    return {
      changes: draft.changes,
      result,
      text: receivedText(order),
      alerts: result.alerts ?? [],
      ...(decided[0] === undefined ? {} : { decision: decided[0].id }),
      signals: [orderSignal(order), ...otherSignals(decided)],
      audit: {
        target: `order:${order._id}`,
        after: { channel: order.channel, total: order.total ?? null, state: order.state },
      },
    };
  }

  function repeat(press: Press<OrderInput>, known: StoredOrder, state: State): Outcome {
    const own =
      press.intake !== undefined &&
      known.intake?.key === press.intake.key &&
      known.intake.index === press.intake.index;
    const differs = known.fingerprint !== orderFingerprint(vault, press.input);
    const decision = state.get<StoredDecision>('decisions', known.firstDecision ?? '');
    return {
      changes: [],
      result: knownResult(known, decision, own, differs),
      text: {
        zh: `订单 ${known.externalId} 已经收过${differs ? '，内容有不同，没有改动' : ''}`,
        en: `Order ${known.externalId} was here before${differs ? '; its content differs and nothing was changed' : ''}`,
      },
      alerts: [],
      audit: { target: `order:${known._id}`, after: { repeated: true, differs } },
    };
  }
}

function firstDecisionOf({ firstDecision }: StoredOrder): Need[] {
  return firstDecision === undefined ? [] : [{ collection: 'decisions', ids: [firstDecision] }];
}

function receivedText({ channel, externalId }: StoredOrder): Outcome['text'] {
  const label = channelLabel(channel);
  return {
    zh: `收到${label.zh}订单 ${externalId}`,
    en: `Received order ${externalId} of ${label.en}`,
  };
}

/** Effects tell of the order each time they change it; once at the end is enough. */
function otherSignals(decided: readonly DecidedEvent[]): Signal[] {
  return decided.flatMap(({ signals }) => signals.filter(({ name }) => name !== 'order.changed'));
}
