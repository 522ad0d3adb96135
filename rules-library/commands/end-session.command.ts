import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const endSession = defineCommand({
  name: 'end-session',
  label: { zh: '结束登录', en: 'End sign-in' },
  help: {
    zh: '结束一个人在一台设备上的登录，一秒内退出。',
    en: 'Ends one sign-in of a person; the screen is signed out within a second.',
  },
  target: ['session'],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
