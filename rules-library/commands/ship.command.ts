import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { lineQuantitiesSchema } from './line-quantities.ts';

export const ship = defineCommand({
  name: 'ship',
  label: { zh: '发货', en: 'Ship' },
  help: {
    zh: '拣好的货出库；不填明细就是整张订单，全部拣好才能按。',
    en: 'Picked pieces leave; without lines the whole order, once all of it is picked.',
  },
  target: ['order'],
  input: z.object({
    lines: lineQuantitiesSchema,
    carrier: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .meta(ui({ label: { zh: '承运商', en: 'Carrier' }, field: 'text' })),
    waybill: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .meta(ui({ label: { zh: '运单号', en: 'Waybill' }, field: 'text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['keeper'],
  key: () => '',
});
