import { z } from 'zod';
import { gatedCommands } from '../choices/gated-commands.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const overrideGate = defineCommand({
  name: 'override-gate',
  label: { zh: '特批放行', en: 'Override gate' },
  help: {
    zh: '关口拦下的按钮，对这张订单放行一次；用掉就失效。',
    en: 'Lets a button that a gate stops pass once for this order; used up with that press.',
  },
  target: ['order'],
  input: z.object({
    gate: z
      .enum(gatedCommands.map(({ value }) => value))
      .meta(ui({ label: { zh: '哪个按钮', en: 'Which button' }, field: 'choice', options: gatedCommands })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['approver', 'operations'],
  key: ({ gate }) => gate,
});
