import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const disablePerson = defineCommand({
  name: 'disable-person',
  label: { zh: '停用人员', en: 'Disable person' },
  help: {
    zh: '这个人立刻登录不了，已登录的地方一秒内退出。',
    en: 'The person cannot sign in any more; where they are signed in, it ends within a second.',
  },
  target: ['person'],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
