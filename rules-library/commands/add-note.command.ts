import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { everyRole } from './every-role.ts';

export const addNote = defineCommand({
  name: 'add-note',
  label: { zh: '写备注', en: 'Add note' },
  help: {
    zh: '在订单的经过里留一句话，大家都看得到。',
    en: 'Leaves a sentence in the history of the order.',
  },
  target: ['order'],
  input: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .meta(ui({ label: { zh: '备注', en: 'Note' }, field: 'long-text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'none',
  ports: [],
  roles: everyRole,
  key: () => '',
});
