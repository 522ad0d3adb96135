import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { factIdSchema } from '../schema/ids.ts';

export const startEach = defineCommand({
  name: 'start-each',
  label: { zh: '开始逐一处理', en: 'Start going through' },
  help: {
    zh: '把满足条件的一个个拿出来单独判定，进度看得到。',
    en: 'Takes those that meet the conditions one by one, each a decision of its own, with progress.',
  },
  target: ['any'],
  input: z.object({
    of: z.enum(['open-orders']),
    /** Conditions on each, compiled, and what has to be calculated for them. */
    where: z.object({ conditions: z.unknown(), derived: z.array(z.unknown()) }).optional(),
    sort: z
      .array(z.object({ by: factIdSchema, order: z.enum(['up', 'down']) }))
      .max(5)
      .optional(),
    atMost: z.int().min(1).max(100_000),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  opensStage: true,
  key: () => '',
});
