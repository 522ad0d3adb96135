import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { everyRole } from './every-role.ts';
import { planSeenSchema } from './plan-seen.ts';

export const approve = defineCommand({
  name: 'approve',
  label: { zh: '批准', en: 'Approve' },
  help: {
    zh: '同意这样做。两步审批要两个人，发起人不能自己批。',
    en: 'Agrees to it. Two steps take two people; who asked for it cannot approve it.',
  },
  target: ['approval'],
  input: z.object({
    plan: planSeenSchema,
    comment: z
      .string()
      .max(500)
      .optional()
      .meta(ui({ label: { zh: '意见', en: 'Comment' }, field: 'text', advanced: true })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: everyRole,
  key: () => '',
});
