import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { idSchema } from '../schema/ids.ts';
import { textSchema } from '../schema/text.ts';
import { whoAskedSchema } from '../schema/who-asked.ts';

export const askPerson = defineCommand({
  name: 'ask-person',
  label: { zh: '请人选择', en: 'Ask a person' },
  help: {
    zh: '请一个人在几个选项里选一个，选完规则流接着走。',
    en: 'Asks somebody to choose; the flow goes on by the choice.',
  },
  target: ['any'],
  input: z.object({
    who: whoAskedSchema,
    question: z.union([textSchema, z.string().min(1).max(1000)]),
    choices: z
      .array(z.object({ id: idSchema, label: textSchema }))
      .min(2)
      .max(12),
    within: z.int().min(1).optional(),
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
