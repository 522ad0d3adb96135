import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

/** Fen; over a hundred million yuan is a slip. */
const money = z.int().min(0).max(10_000_000_000);

export const changeAmount = defineCommand({
  name: 'change-amount',
  label: { zh: '修改金额', en: 'Change amount' },
  help: {
    zh: '改单价、优惠或运费；不填的照旧。',
    en: 'Changes prices, discount or freight; what is left out stays.',
  },
  target: ['order'],
  input: z
    .object({
      lines: z
        .array(z.object({ lineId: z.string().min(1).max(64), unitPrice: money }))
        .min(1)
        .max(500)
        .optional()
        .meta(ui({ label: { zh: '单价', en: 'Prices' }, field: 'line-prices' })),
      discount: money.optional().meta(ui({ label: { zh: '优惠', en: 'Discount' }, field: 'money' })),
      freight: money.optional().meta(ui({ label: { zh: '运费', en: 'Freight' }, field: 'money' })),
    })
    .refine((input) => Object.values(input).some((value) => value !== undefined), {
      params: {
        zh: '至少改一项：单价、优惠或运费',
        en: 'change at least one of prices, discount and freight',
      },
    }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['manager'],
  key: () => '',
});
