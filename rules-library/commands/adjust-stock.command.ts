import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const adjustStock = defineCommand({
  name: 'adjust-stock',
  label: { zh: '调整库存', en: 'Adjust stock' },
  help: {
    zh: '更正在库件数；已经锁住的货不会被减掉。',
    en: 'Corrects what is on hand; locked pieces are never taken away.',
  },
  target: ['stock'],
  input: z.object({
    delta: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((delta) => delta !== 0)
      .meta(ui({ label: { zh: '增减件数', en: 'More or less' }, field: 'number' })),
    atMostUnits: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta(ui({ label: { zh: '最多件数', en: 'At most' }, field: 'number', advanced: true })),
  }),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['keeper', 'planner'],
  key: () => '',
});
