import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const unblockStock = defineCommand({
  name: 'unblock-stock',
  label: { zh: '解冻库存', en: 'Unblock stock' },
  help: {
    zh: '冻结的货又可以锁了。',
    en: 'Blocked pieces can be locked again.',
  },
  target: ['stock'],
  input: z.object({
    quantity: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta(ui({ label: { zh: '件数', en: 'Pieces' }, field: 'number' })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['keeper', 'planner'],
  key: () => '',
});
