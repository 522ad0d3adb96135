import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const blockStock = defineCommand({
  name: 'block-stock',
  label: { zh: '冻结库存', en: 'Block stock' },
  help: {
    zh: '这些货先不能锁、不能发。',
    en: 'These pieces can be neither locked nor shipped for now.',
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
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['keeper', 'planner'],
  key: () => '',
});
