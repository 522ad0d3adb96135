import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const publishRelease = defineCommand({
  name: 'publish-release',
  label: { zh: '发布', en: 'Publish' },
  help: {
    zh: '把选中的草稿编成新的发布版本并立即生效。',
    en: 'Makes a new release of the chosen drafts, in force at once.',
  },
  target: [],
  input: z.object({
    flows: z
      .array(z.object({ id: z.string().max(64), version: z.int() }))
      .max(500)
      .optional(),
    note: z.string().max(500).optional(),
    openOrders: z.enum(['keep', 'redecide', 'ask']).optional(),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['operations'],
  key: () => '',
});
