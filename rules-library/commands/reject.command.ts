import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { everyRole } from './every-role.ts';
import { planSeenSchema } from './plan-seen.ts';

export const reject = defineCommand({
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  help: { zh: '不同意，审批到此为止。', en: 'Does not agree; the approval ends here.' },
  target: ['approval'],
  input: z.object({
    plan: planSeenSchema,
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: everyRole,
  key: () => '',
});
