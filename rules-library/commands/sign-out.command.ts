import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const signOut = defineCommand({
  name: 'sign-out',
  label: { zh: '退出登录', en: 'Sign out' },
  help: {
    zh: '有人退出登录。',
    en: 'Somebody signed out.',
  },
  target: [],
  input: z.object({ session: z.string().max(100) }),
  needsReason: false,
  automatable: false,
  button: false,
  systemOnly: true,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
