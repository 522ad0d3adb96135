import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { layerIds, layers } from '../choices/layers.ts';
import { ui } from '../define/ui.ts';

export const setProtection = defineCommand({
  name: 'set-protection',
  label: { zh: '设保底', en: 'Set floor' },
  help: {
    zh: '给一个层级留这么多件，别的层级拿不到；现有的马上留，不够的到货后补。',
    en: 'Sets so many pieces aside for one layer; no other reaches them. What is missing is filled as pieces come in.',
  },
  target: ['stock'],
  input: z.object({
    layer: z
      .enum(layerIds)
      .meta(ui({ label: { zh: '锁库层级', en: 'Lock layer' }, field: 'choice', options: layers })),
    quantity: z
      .int()
      .min(0)
      .max(1_000_000)
      .meta(ui({ label: { zh: '保底件数', en: 'Pieces set aside' }, field: 'number' })),
  }),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['planner'],
  key: () => '',
});
