import type { BusinessEvent } from '../../rules-library/schema/event.ts';
import { askAgainWhereChanged } from '../approvals/approval-press.ts';
import { canonicalJson } from '../canonical.ts';
import type { DecidedEvent, Decider } from '../decisions/decider.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Outcome,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import { moveCredit } from '../orders/credit.ts';
import { differencesOf, differencesText } from '../orders/differences.ts';
import { changeOrder } from '../orders/history.ts';
import { decideAbout } from '../orders/decide-about.ts';
import { stateWait } from '../orders/lifecycle.ts';
import { openAlertsOf } from '../orders/open-alerts.ts';
import { needsAround } from '../orders/order-documents.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { Stages } from '../stages/stages.ts';
import { needsOfTimers, timersOfChange } from '../times/order-times.ts';
import { locksFollow } from '../stock/locks-follow.ts';
import { needsOfLocks } from '../stock/order-locks.ts';
import { waitingFor } from '../waits/end-wait.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { applyEvent, type AppliedEvent } from './apply-event.ts';
import { eventAnswer, repeatedEvent, type StoredEvent } from './event-answer.ts';
import { readEvent, type ReadEvent } from './read-event.ts';
import { eventTexts } from './state-events.ts';

interface RecordOptions {
  vault: PersonalVault;
  decider: Decider;
  stages: Stages;
}

/** A sender's clock may be ahead by so much; later is a mistake that would keep out what really comes later. */
const aheadMs = 24 * 3_600_000;

/** Takes in what happened to an order elsewhere: once per sender and id, in order of occurrence, then decides it. */
export function recordEventHandler({ vault, decider, stages }: RecordOptions): CommandHandler {
  const reads = new WeakMap<Press<BusinessEvent>, ReadEvent | Refusal>();
  const readOf = (press: Press<BusinessEvent>): ReadEvent | Refusal => {
    let read = reads.get(press);
    if (read === undefined) reads.set(press, (read = readEvent(press.input)));
    return read;
  };

  return defineHandler<BusinessEvent>({
    name: 'record-event',
    needs(press, state) {
      const event = readOf(press);
      if (isRefusal(event)) return [];
      const release = decider.release();
      if (state === undefined) {
        return [
          { collection: 'events', ids: [eventId(press)] },
          { collection: 'orders', ids: [event.order] },
          ...decider.needs(release),
        ];
      }
      const known = state.get<StoredEvent>('events', eventId(press));
      if (known?.decision) return [{ collection: 'decisions', ids: [known.decision] }];
      const order = state.get<StoredOrder>('orders', event.order);
      if (order === undefined) return [];
      const lines = event.changes.lines ?? [];
      const named = { ...order, lines: [...order.lines, ...lines] } as StoredOrder;
      return [
        ...needsAround(named, state.now, decider.zone()),
        openAlertsOf(order._id),
        ...needsOfLocks(order, state),
        ...needsOfTimers(release, withDelivery(order, event)),
        ...waitingFor(event.type, order).flatMap(({ release: own }) =>
          stages.needs(own, `order:${order._id}`, state),
        ),
        ...decider.needs(release, state, named),
      ];
    },
    plan(press, state) {
      const event = readOf(press);
      if (isRefusal(event)) return event;
      const known = state.get<StoredEvent>('events', eventId(press));
      const fingerprint = vault.index('event', canonicalJson(press.input));
      if (known !== undefined) return repeatedEvent(event, known, fingerprint, state);
      if (event.occurredAt > state.now + aheadMs) return tooFarAhead;
      const order = state.get<StoredOrder>('orders', event.order);
      if (order === undefined) return noSuchOrder;
      return take(press, event, order, fingerprint, state);
    },
  });

  function take(
    press: Press<BusinessEvent>,
    event: ReadEvent,
    order: StoredOrder,
    fingerprint: string,
    state: State,
  ): Outcome {
    const draft = new Draft(state);
    const by = press.actor.kind === 'person' ? 'person' : 'connector';
    const applied = applyEvent(order, event, { vault, by, zone: decider.zone(), state });
    const decided = applied === null ? [] : decideApplied(press, event, order, applied, draft);
    if (applied === null) {
      const text = {
        zh: `${eventTexts[event.type].zh}（记录在案，未采用：比已知的早，或订单已过这一步）`,
        en: `${eventTexts[event.type].en} (recorded, not applied: older than what is known, or the order is past it)`,
      };
      draft.apply(
        changeOrder(order, press, state.now, [
          { type: 'event-recorded', text, data: { event: event.type, occurredAt: event.occurredAt } },
        ]).changes,
      );
    }
    const status = applied === null ? ('recorded' as const) : ('accepted' as const);
    const alerts = decided.flatMap((one) => one.alerts);
    const document = {
      _id: eventId(press),
      type: event.type,
      order: order._id,
      occurredAt: event.occurredAt,
      at: state.now,
      fingerprint,
      status,
      decision: decided[0]?.id ?? null,
      alerts,
    };
    draft.apply([{ put: 'events', document }]);
    const after = draft.get<StoredOrder>('orders', order._id)!;
    return {
      changes: draft.changes,
      result: eventAnswer(event.id, status, after, decided[0], alerts),
      text: {
        zh: `订单 ${order.externalId}：${eventTexts[event.type].zh}${applied === null ? '，已记录' : ''}`,
        en: `Order ${order.externalId}: ${eventTexts[event.type].en.toLowerCase()}${applied === null ? ', recorded' : ''}`,
      },
      alerts,
      ...(decided[0] === undefined ? {} : { decision: decided[0].id }),
      signals: [
        orderSignal(after),
        ...decided.flatMap(({ signals }) => signals.filter(({ name }) => name !== 'order.changed')),
        { name: 'alerts.waiting', data: {} },
      ],
      audit: {
        target: `order:${order._id}`,
        before: { state: order.state, total: order.total ?? null },
        after: {
          event: event.type,
          status,
          fields: applied?.fields ?? [],
          state: after.state,
          total: after.total ?? null,
        },
      },
    };
  }

  function decideApplied(
    press: Press<BusinessEvent>,
    event: ReadEvent,
    before: StoredOrder,
    applied: AppliedEvent,
    draft: Draft,
  ): DecidedEvent[] {
    draft.apply(applied.changes);
    const credit = moveCredit(applied.order, draft);
    draft.apply(credit.changes);
    const changes = differencesOf(before, applied.order, decider.zone());
    const isChange = event.type === 'order.changed' && changes.length > 0;
    const note = {
      type: event.type,
      text: isChange ? differencesText(changes) : eventTexts[event.type],
      data: { occurredAt: event.occurredAt, fields: applied.fields, ...(isChange ? { changes } : {}) },
      ...(applied.order.state === before.state ? {} : { wait: stateWait(before) }),
    };
    draft.apply(changeOrder(credit.order, press, draft.now, [note]).changes);
    const { _id: id } = applied.order;
    askAgainWhereChanged(id, press, draft);
    locksFollow(before, press, draft);
    const release = decider.release();
    if (release !== null) draft.apply(timersOfChange(release, before, applied.order, draft));
    const events = applied.decisions.map((facts) => ({ type: event.type, facts }));
    return decideAbout(id, events, press, draft, { decider, stages });
  }
}

/** The order as it will want to be delivered after this event. */
function withDelivery(order: StoredOrder, { changes: { requestedDelivery } }: ReadEvent): StoredOrder {
  return requestedDelivery === undefined
    ? order
    : { ...order, requestedDelivery: Date.parse(requestedDelivery) };
}

/** Ids are their sender's own. */
function eventId({ actor, input }: Press<BusinessEvent>): string {
  return `${actor.id}|${input.id}`;
}

const noSuchOrder: Refusal = {
  refused: {
    code: 'not-found',
    path: 'data.order',
    message: {
      zh: '没有找到这张订单，请先发送订单，或检查渠道和订单号',
      en: 'There is no such order; send the order first, or check channel and number',
    },
  },
};

const tooFarAhead: Refusal = {
  refused: {
    code: 'bad-input',
    path: 'occurredAt',
    message: {
      zh: '发生时间在一天以后，请检查发送方的时钟',
      en: 'It is said to occur more than a day from now; check the sender’s clock',
    },
  },
};
