import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const receiveStock = defineCommand({
  name: 'receive-stock',
  label: { zh: '入库', en: 'Receive stock' },
  help: {
    zh: '货到了：在库增加，先补最重要层级的保底，其余马上可锁。',
    en: 'Goods have come in: they fill the floors of the most important layers first, the rest can be locked at once.',
  },
  target: ['stock'],
  input: z.object({
    quantity: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta(ui({ label: { zh: '件数', en: 'Pieces' }, field: 'number' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['keeper', 'planner'],
  key: () => '',
});
