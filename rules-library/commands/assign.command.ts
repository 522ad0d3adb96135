import { z } from 'zod';
import { roles } from '../choices/roles.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { operatorWord, valueWord, words } from '../sentences/segments.ts';
import { paramSegments } from '../sentences/param.ts';
import { everyRole } from './every-role.ts';
import { recipientSchema } from './raise-alert.command.ts';

export const assign = defineCommand({
  name: 'assign',
  label: { zh: '指派', en: 'Assign' },
  help: {
    zh: '说明这张订单现在由谁跟进，并告诉对方。',
    en: 'Says who looks after the order now, and tells them.',
  },
  target: ['order'],
  input: z.object({
    to: recipientSchema.meta(ui({ label: { zh: '指派给', en: 'Assign to' }, field: 'recipient' })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'none',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: everyRole,
  sentence: ({ to }, context) => {
    const zh = context.language === 'zh';
    const { role, person } = (to ?? {}) as { role?: unknown; person?: unknown };
    const known = roles.find(({ value }) => value === role);
    const who =
      known === undefined
        ? paramSegments(person ?? to ?? '', context)
        : [valueWord(known.label[context.language])];
    return [operatorWord(zh ? '指派给' : 'Assign to'), words(' '), ...who];
  },
  key: () => '',
});
