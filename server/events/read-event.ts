import { z } from 'zod';
import type { BusinessEvent } from '../../rules-library/schema/event.ts';
import { orderLineSchema, paymentSchema, shipToSchema } from '../../rules-library/schema/order.ts';
import type { Refusal } from '../door/handler.ts';
import { issuesOf } from '../http/validate.ts';
import { orderId } from '../orders/order-id.ts';

const orderRef = z.union([
  z.string().min(1).max(64),
  z.object({ channel: z.string().min(1).max(40), externalId: z.string().min(1).max(128) }),
]);
const money = z.int().min(0).max(10_000_000_000);
const time = z.iso.datetime({ offset: true });
const onlyOrder = z.strictObject({ order: orderRef });

/** Lines without a number are counted; every line needs its own. */
function eachOnce(lines: readonly z.output<typeof orderLineSchema>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  lines.forEach(({ lineId }, index) => {
    const id = lineId ?? String(index + 1);
    if (seen.has(id)) {
      const params = {
        zh: `明细号「${id}」重复，每行要不同`,
        en: `line "${id}" stands twice; every line needs its own`,
      };
      context.addIssue({ code: 'custom', path: [index, 'lineId'], params });
    }
    seen.add(id);
  });
}

const changes = z.strictObject({
  order: orderRef,
  requestedDelivery: time.optional(),
  shipTo: shipToSchema.optional(),
  lines: z.array(orderLineSchema).min(1).max(500).superRefine(eachOnce).optional(),
  discount: money.optional(),
  freight: money.optional(),
  note: z.string().max(2000).optional(),
  vehicle: z
    .object({ brand: z.string().max(80).optional(), model: z.string().max(80).optional() })
    .optional(),
  custom: z.record(z.string().max(60), z.unknown()).optional(),
});
const payments = z.strictObject({ order: orderRef, payment: paymentSchema });

/** Events of orders that come from elsewhere, and what their `data` may hold. */
const schemas = {
  'order.changed': changes,
  'payment.changed': payments,
  'credit.changed': onlyOrder,
  'rush.requested': onlyOrder,
  'order.released': onlyOrder,
  'order.shipped': onlyOrder,
  'order.delivered': onlyOrder,
  'order.cancelled': onlyOrder,
} as const;
export type EventType = keyof typeof schemas;
export type OrderChanges = Omit<z.output<typeof changes>, 'order'>;

export interface ReadEvent {
  id: string;
  type: EventType;
  occurredAt: number;
  order: string;
  /** Of `order.changed`; empty for others. */
  changes: OrderChanges;
  payment: z.output<typeof paymentSchema>;
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(schemas, type);
}

/** The event as this build takes it; else what is wrong with it, in words. */
export function readEvent(event: BusinessEvent): ReadEvent | Refusal {
  if (!isEventType(event.type)) return unknownType(event.type);
  const read = schemas[event.type].safeParse(event.data, { reportInput: true });
  if (!read.success) {
    const [issue] = issuesOf(read.error);
    return {
      refused: {
        code: 'bad-input',
        message: issue?.message ?? { zh: '内容不对', en: 'The content is not as required' },
        path: issue === undefined || issue.path === '' ? 'data' : `data.${issue.path}`,
      },
    };
  }
  const { order, ...rest } = read.data;
  const { payment = {}, ...changed } = rest as { payment?: ReadEvent['payment'] } & OrderChanges;
  return {
    id: event.id,
    type: event.type,
    occurredAt: Date.parse(event.occurredAt),
    order: typeof order === 'string' ? order : orderId(order.channel, order.externalId),
    changes: changed,
    payment,
  };
}

function unknownType(type: string): Refusal {
  const known = Object.keys(schemas).join(', ');
  const shown = type.slice(0, 80);
  return {
    refused: {
      code: 'bad-input',
      path: 'type',
      message: {
        zh: `不接收「${shown}」这种事件，可以是 ${known}`,
        en: `Events "${shown}" are not taken; it can be ${known}`,
      },
    },
  };
}
