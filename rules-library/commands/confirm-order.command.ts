import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const confirmOrder = defineCommand({
  name: 'confirm-order',
  label: { zh: '确认订单', en: 'Confirm order' },
  help: {
    zh: '确认收到的订单，接下来可以放单。',
    en: 'Confirms the order that was received; it can be released next.',
  },
  target: ['order'],
  input: z.object({}),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  key: () => '',
});
