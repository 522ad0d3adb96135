import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { everyRole } from './every-role.ts';

export const askBack = defineCommand({
  name: 'ask-back',
  label: { zh: '退回补充', en: 'Ask back' },
  help: {
    zh: '先请发起人补充说明，审批的时限暂停。',
    en: 'Asks the requester for more first; the clock of the approval stops.',
  },
  target: ['approval'],
  input: z.object({
    question: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .meta(ui({ label: { zh: '要补充什么', en: 'What is missing' }, field: 'text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: everyRole,
  key: () => '',
});
