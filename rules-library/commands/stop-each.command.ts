import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const stopEach = defineCommand({
  name: 'stop-each',
  label: { zh: '停止逐一处理', en: 'Stop going through' },
  help: {
    zh: '剩下的不再处理；已经处理的照旧。',
    en: 'The rest is left as it is; what is done stays done.',
  },
  target: [],
  input: z.object({ run: z.string().min(1).max(80) }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['operations'],
  key: () => '',
});
