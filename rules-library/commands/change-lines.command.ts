import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

const code = z.string().trim().min(1).max(64);

/** One line as it shall be. Without `lineId` it is a new one; a price is changed by another button. */
export const wantedLineSchema = z.strictObject({
  lineId: code.optional(),
  sku: code,
  quantity: z.int().min(1).max(1_000_000),
  warehouse: code.optional(),
});

export const changeLines = defineCommand({
  name: 'change-lines',
  label: { zh: '修改明细', en: 'Change lines' },
  help: {
    zh: '改商品和数量；没有列出的明细会去掉，单价不变。',
    en: 'Changes goods and quantities; lines not listed are taken out, prices stay.',
  },
  target: ['order'],
  input: z.object({
    lines: z
      .array(wantedLineSchema)
      .min(1)
      .max(500)
      .meta(ui({ label: { zh: '明细', en: 'Lines' }, field: 'order-lines' })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service'],
  key: () => '',
});
