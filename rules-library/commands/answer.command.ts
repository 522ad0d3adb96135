import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { everyRole } from './every-role.ts';

export const answer = defineCommand({
  name: 'answer',
  label: { zh: '回答', en: 'Answer' },
  help: { zh: '选一个，或写下补充说明。', en: 'Chooses one, or says what was missing.' },
  target: ['question'],
  input: z.object({
    choice: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .meta(ui({ label: { zh: '回答', en: 'Answer' }, field: 'text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: everyRole,
  key: () => '',
});
