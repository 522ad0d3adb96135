import { orderSchema, type OrderInput } from '../../rules-library/schema/order.ts';
import { defineHandler, isRefusal, type CommandHandler, type Press } from '../door/handler.ts';

const channel = 'manual';

/**
 * An order somebody enters is taken in as a channel's is. Its number is the press's own, so that the same press repeated is the same
 * order.
 *
 * @param ingest takes in orders of channels
 */
export function createOrderHandler(ingest: CommandHandler): CommandHandler {
  const taken = new WeakMap<Press<object>, Press<OrderInput>>();
  const asSent = (press: Press<object>): Press<never> => {
    let sent = taken.get(press);
    if (sent === undefined) {
      const placedAt = new Date(press.arrivedAt ?? 0).toISOString();
      const input = orderSchema.parse({
        ...press.input,
        channel,
        externalId: `M-${press.id.slice(1).toUpperCase()}`,
        placedAt,
      });
      taken.set(press, (sent = { ...press, input }));
    }
    return sent as Press as Press<never>;
  };
  return defineHandler<object>({
    name: 'create-order',
    needs: (press, state) => ingest.needs(asSent(press), state),
    plan(press, state) {
      const planned = ingest.plan(asSent(press), state);
      if (isRefusal(planned)) return planned;
      const { id, ...result } = planned.result;
      return { ...planned, result: { order: id, ...result } };
    },
  });
}
