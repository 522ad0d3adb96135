import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { paymentStates } from '../choices/payment-states.ts';
import {
  customerSchema,
  moneySchema as money,
  orderLineSchema,
  paymentSchema,
  paymentStatuses,
  shipToSchema,
  vehicleSchema,
} from '../schema/order.ts';
import type { Text } from '../schema/text.ts';

const text = (most: number, label: Text) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .optional()
    .meta(ui({ label, field: 'text' }));

/** An order somebody enters: as a channel sends one, except that number, channel and time of placing are given by the system. */
export const createOrder = defineCommand({
  name: 'create-order',
  label: { zh: '录单', en: 'Create order' },
  help: {
    zh: '录入一张电话或到店来的订单，和渠道订单一样当场判定。',
    en: 'Enters an order that came by telephone or over the counter; it is decided like any other.',
  },
  target: [],
  input: z.strictObject({
    customer: customerSchema
      .extend({
        name: text(120, { zh: '姓名', en: 'Name' }),
        phone: text(40, { zh: '电话', en: 'Telephone' }),
      })
      .optional()
      .meta(ui({ label: { zh: '客户', en: 'Customer' }, field: 'group' })),
    repairShop: text(64, { zh: '维修厂', en: 'Repair shop' }),
    vehicle: vehicleSchema.optional(),
    lines: z
      .array(orderLineSchema)
      .min(1)
      .max(500)
      .meta(ui({ label: { zh: '明细', en: 'Lines' }, field: 'priced-lines' })),
    shipTo: shipToSchema
      .extend({
        province: text(80, { zh: '省', en: 'Province' }),
        city: text(80, { zh: '市', en: 'City' }),
        street: text(300, { zh: '街道门牌', en: 'Street and number' }),
      })
      .optional()
      .meta(ui({ label: { zh: '收货地址', en: 'Address' }, field: 'group' })),
    discount: money.optional(),
    freight: money.optional(),
    payment: paymentSchema
      .extend({
        status: z
          .enum(paymentStatuses)
          .optional()
          .meta(
            ui({ label: { zh: '付款状态', en: 'Payment status' }, field: 'choice', options: paymentStates }),
          ),
      })
      .optional()
      .meta(ui({ label: { zh: '付款', en: 'Payment' }, field: 'group' })),
    requestedDelivery: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(ui({ label: { zh: '期望交付', en: 'Requested delivery' }, field: 'time' })),
    rush: z
      .boolean()
      .default(false)
      .meta(ui({ label: { zh: '申请加急', en: 'Request rush' }, field: 'yes-no' })),
    custom: z.record(z.string().max(60), z.unknown()).optional(),
    note: z
      .string()
      .max(2000)
      .optional()
      .meta(ui({ label: { zh: '备注', en: 'Note' }, field: 'long-text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service', 'finance'],
  key: () => '',
});
