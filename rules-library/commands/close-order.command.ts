import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const closeOrder = defineCommand({
  name: 'close-order',
  label: { zh: '结单', en: 'Close order' },
  help: {
    zh: '货已送达、款已收齐，订单到此为止。',
    en: 'Delivered and paid in full: the order ends here.',
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
