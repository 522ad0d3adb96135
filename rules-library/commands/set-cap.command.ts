import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

const code = z.string().trim().min(1).max(64);

export const setCap = defineCommand({
  name: 'set-cap',
  label: { zh: '设渠道上限', en: 'Set channel cap' },
  help: {
    zh: '一个渠道最多占这么多件；已经占着的不动，超过就不再锁。',
    en: 'The most a channel may hold; what it holds stays, beyond the cap it locks no more.',
  },
  target: ['channel'],
  input: z.object({
    sku: code.meta(ui({ label: { zh: '商品', en: 'SKU' }, field: 'text' })),
    warehouse: code
      .optional()
      .meta(
        ui({
          label: { zh: '仓', en: 'Warehouse' },
          field: 'text',
          placeholder: { zh: '不填就是全部仓', en: 'all of them if left open' },
        }),
      ),
    quantity: z
      .int()
      .min(0)
      .max(1_000_000)
      .meta(ui({ label: { zh: '最多件数', en: 'At most' }, field: 'number' })),
  }),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['planner'],
  key: () => '',
});
