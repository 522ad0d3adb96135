import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { everyRole } from './every-role.ts';

export const delegate = defineCommand({
  name: 'delegate',
  label: { zh: '转交', en: 'Delegate' },
  help: { zh: '请另一个人来批这一步。', en: 'Asks somebody else to decide this step.' },
  target: ['approval'],
  input: z.object({
    person: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .meta(ui({ label: { zh: '转交给谁', en: 'To whom' }, field: 'person' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: everyRole,
  key: () => '',
});
