import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const markDelivered = defineCommand({
  name: 'mark-delivered',
  label: { zh: '签收', en: 'Mark as delivered' },
  help: {
    zh: '客户已经收到货。',
    en: 'The customer has received the goods.',
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
