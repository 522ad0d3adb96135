import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData, readWith, told, toldTextSchema } from './field-group.ts';

const personal = z.string().nullable().meta(readWith('personal'));
const money = z.int().nullable().meta(readWith('money'));

export const holdViewSchema = z.object({
  code: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  /** `rule:RELEASE/FLOW/NODE` or `person:ID`. */
  by: z.string(),
  lines: z.array(z.string()).optional(),
});
export type HoldView = z.infer<typeof holdViewSchema>;

/** One row of `GET /orders`. Personal data is masked; what the reader may not read is null. */
export const orderRowSchema = z
  .object({
    id: z.string(),
    channel: z.string(),
    externalId: z.string(),
    placedAt: z.string(),
    receivedAt: z.string(),
    state: z.string(),
    isRush: z.boolean(),
    tags: z.array(z.string()),
    holds: z.array(holdViewSchema),
    customer: personal,
    total: money,
    quantity: z.int(),
    lineCount: z.int(),
    alerts: z.int(),
    rev: z.int(),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof orderRowSchema>;

/** What an order waits for now, and when it is expected to move: an estimate from how long the same wait took before. */
export const waitViewSchema = z.object({
  /** A hold by its code, or the next step by the state the order is in. */
  kind: z.enum(['hold', 'state']),
  code: z.string(),
  label: textSchema,
  since: z.string(),
  /** Who holds it; null for a step that is simply to come. */
  by: z.string().nullable(),
  /** When it is expected to end, as whoever holds it said. */
  until: z.string().nullable(),
  /** It has lasted longer than nearly all such waits before. */
  longest: z.boolean(),
  /** Of past waits that were still going on after as long: half ended by `median`, nine of ten by `most`. Null: too few. */
  estimate: z.object({ median: z.string(), most: z.string(), samples: z.int() }).nullable(),
});
export type WaitView = z.infer<typeof waitViewSchema>;

/** `GET /orders/:id`. */
export const orderViewSchema = orderRowSchema
  .extend({
    kind: z.string(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        sku: z.string(),
        name: z.string().nullable(),
        quantity: z.int(),
        unitPrice: money,
        amount: money,
        warehouse: z.string().nullable(),
        goodsClass: z.array(z.string()),
      }),
    ),
    payment: z.object({
      status: z.string().nullable(),
      method: z.string().nullable(),
      paid: money,
    }),
    tier: z.string().nullable(),
    repairShop: z.string().nullable(),
    shipTo: z.object({
      province: z.string().nullable(),
      city: z.string().nullable(),
      masked: personal,
    }),
    discount: money,
    freight: money,
    requestedDelivery: z.string().nullable(),
    note: z.string().nullable(),
    custom: freeData(),
    /** The layer it was given; null: the one its tier and payment give. */
    layer: z.string().nullable(),
    /** Who looks after it, in words. */
    assignee: textSchema.nullable(),
    waits: z.array(waitViewSchema),
    decisions: z.array(z.string()),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof orderViewSchema>;

/** `GET /orders/:id/timeline`: the history, oldest first. */
export const timelineEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** `order.received`, `held`, `hold-lifted`, `marked-rush`, `tagged`, `field-set`, `alert-raised`, `decided`, `event-recorded` … */
  type: z.string(),
  text: toldTextSchema,
  actor: z.string(),
  /** Name of the person who did it; null for others and for entries of before names were kept. */
  actorName: textSchema.nullable(),
  decision: z.string().nullable(),
  reason: z.string().nullable().meta(told),
  voucher: z.string().nullable(),
  /** What was changed, before and after in words. */
  changes: z.array(
    z.object({ field: z.string(), label: textSchema, before: toldTextSchema, after: toldTextSchema }),
  ),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const eventSchema = z.object({ type: z.string(), params: freeData() });

/** One entry of the answer of `POST /orders`. */
export const orderResultSchema = z
  .object({
    index: z.int(),
    status: z.enum(['accepted', 'repeated', 'rejected']),
    id: z.string().optional(),
    state: z.string().optional(),
    holds: z.array(z.object({ code: z.string(), until: z.string().nullable() })).optional(),
    alerts: z.array(z.string()).optional(),
    decision: z.object({ id: z.string(), release: z.int(), events: z.array(eventSchema) }).optional(),
    differs: z.boolean().optional(),
    error: z.object({ code: z.string(), message: toldTextSchema, path: z.string().optional() }).optional(),
  })
  .meta({ id: 'OrderResult' });
export type OrderResult = z.infer<typeof orderResultSchema>;
export const ordersAnswerSchema = z.object({ results: z.array(orderResultSchema) });

export const eventAnswerSchema = z.object({
  id: z.string(),
  status: z.enum(['accepted', 'repeated', 'recorded']),
  decision: z.object({ id: z.string(), release: z.int(), events: z.array(eventSchema) }).optional(),
  holds: z.array(z.object({ code: z.string(), until: z.string().nullable() })),
  alerts: z.array(z.string()),
});

/** One decision, `GET /orders/:id/decisions`. */
export const decisionViewSchema = z
  .object({
    id: z.string(),
    order: z.string().nullable(),
    event: z.string(),
    at: z.string(),
    release: z.int(),
    releaseHash: z.string(),
    matched: z.array(
      z.object({ rule: z.string(), flow: z.string(), node: z.string(), flowName: textSchema }),
    ),
    events: z.array(eventSchema),
    overridden: z.array(z.object({ rule: z.string(), command: z.string(), by: z.string() })),
    unknown: z.array(z.string()),
    facts: freeData(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof decisionViewSchema>;

/** `GET /decisions/:id/explanation`: in words, and by rule for the canvas. */
export const explanationViewSchema = z.object({
  decision: z.string(),
  release: z.int(),
  rules: z.array(
    z.object({
      rule: z.string(),
      flow: z.string(),
      flowName: textSchema,
      node: z.string(),
      path: z.array(z.string()),
      ports: z.array(z.string()),
      state: z.enum(['matched', 'not', 'unknown', 'not-reached']),
      text: textSchema,
      conditions: z.array(
        z.object({
          id: z.string().nullable(),
          state: z.enum(['true', 'false', 'unknown', 'not-reached']),
          text: textSchema,
        }),
      ),
      flip: textSchema.nullable(),
    }),
  ),
});
export type ExplanationView = z.infer<typeof explanationViewSchema>;
