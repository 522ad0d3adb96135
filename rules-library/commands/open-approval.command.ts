import { z } from 'zod';
import { whoAskedSchema } from '../schema/who-asked.ts';
import { defineCommand } from '../define/command.ts';
import { idSchema } from '../schema/ids.ts';

/** One step of an approval as a rule asks for it; `skipIf` is what its condition came to, absent where that is unknown. */
export const askedStepSchema = z.object({
  id: idSchema,
  who: whoAskedSchema,
  within: z.int().min(1),
  onTimeout: z.enum(['escalate', 'exit']),
  escalateTo: whoAskedSchema.optional(),
  skipIf: z.boolean().optional(),
});
export type AskedStep = z.output<typeof askedStepSchema>;

export const openApproval = defineCommand({
  name: 'open-approval',
  label: { zh: '发起审批', en: 'Open an approval' },
  help: {
    zh: '请人一步一步批准，批完规则流接着走。',
    en: 'Asks people to approve, step by step; the flow goes on with the outcome.',
  },
  target: ['any'],
  input: z.object({ steps: z.array(askedStepSchema).min(1).max(20) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  opensStage: true,
  key: () => '',
});
