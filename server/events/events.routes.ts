import { eventAnswerSchema } from '../../rules-library/contract/orders.ts';
import { businessEventSchema } from '../../rules-library/schema/event.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { defineRoute, type Route } from '../http/route.ts';

/** What happened to an order elsewhere. */
export function eventRoutes(door: Door): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/events',
      summary: { zh: '发送订单在别处发生的变化', en: 'Send what happened to an order elsewhere' },
      access: { kind: 'command', command: 'record-event' },
      body: businessEventSchema,
      answers: { 201: eventAnswerSchema, 200: eventAnswerSchema },
      async handle({ body, actor, idempotencyKey }) {
        const call = {
          name: 'record-event',
          input: body,
          ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }),
        };
        const { result } = answerOf(await door.execute(call, actor));
        return { status: result.status === 'repeated' ? 200 : 201, body: result };
      },
    }),
  ];
}
