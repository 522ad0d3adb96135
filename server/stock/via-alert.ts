import type { StoredAlert } from '../alerts/alert.ts';
import type { CommandHandler, Press, Refusal, State } from '../door/handler.ts';

/** A button of an order that is pressed on an alert about it, too: it acts on the alert's order. */
export function viaAlert(handler: CommandHandler): CommandHandler {
  /** Each press on an alert as the one on its order that it stands for; made anew with each attempt of the door. */
  const meant = new WeakMap<Press<never>, Press<never>>();

  /** Asks about the order of the alert it is pressed on, where it is pressed on one. */
  function on<Answer>(
    press: Press<never>,
    state: State,
    ask: (press: Press<never>, state: State) => Answer,
  ): Answer | Refusal {
    if (press.target?.kind !== 'alert') return ask(press, state);
    const order = orderOf(press.target.id, state);
    return order === null ? noOrder : ask(meant.get(press) ?? onOrder(press, order), state);
  }

  return {
    ...handler,
    needs(press, state) {
      if (press.target?.kind !== 'alert') return handler.needs(press, state);
      if (state === undefined) meant.delete(press);
      const order = state === undefined ? null : orderOf(press.target.id, state);
      if (order === null) return [{ collection: 'alerts', ids: [press.target.id] }];
      const known = meant.get(press);
      if (known !== undefined) return handler.needs(known, state);
      const own = onOrder(press, order);
      meant.set(press, own);
      return [...handler.needs(own), ...handler.needs(own, state)];
    },
    ...(handler.refusal === undefined
      ? {}
      : { refusal: (press, state) => on(press, state, (own, at) => handler.refusal!(own, at)) }),
    plan: (press, state) => on(press, state, (own, at) => handler.plan(own, at)),
  };
}

const noOrder: Refusal = {
  refused: {
    code: 'not-found',
    path: 'target',
    message: { zh: '这条预警说的不是订单', en: 'This alert is not about an order' },
  },
};

function orderOf(alert: string, state: State): string | null {
  const order = state.get<StoredAlert>('alerts', alert)?.order;
  return typeof order === 'string' ? order : null;
}

function onOrder(press: Press<never>, order: string): Press<never> {
  return { ...press, target: { kind: 'order', id: order } };
}
