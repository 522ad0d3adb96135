import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const unmarkRush = defineCommand({
  name: 'unmark-rush',
  label: { zh: '取消加急', en: 'Unmark rush' },
  help: {
    zh: '去掉加急标记，订单回到平常的次序。',
    en: 'Takes the rush mark away; the order goes back to its usual place.',
  },
  target: ['order'],
  input: z.object({}),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  key: () => '',
});
