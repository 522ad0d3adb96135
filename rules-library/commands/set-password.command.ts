import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const setPassword = defineCommand({
  name: 'set-password',
  label: { zh: '设密码', en: 'Set password' },
  help: {
    zh: '本人用一次性链接设密码；之前的登录都结束。',
    en: 'Set by the person with their link; sign-ins before it end.',
  },
  target: ['person'],
  /** Both are hashes: neither the link nor the password comes to the door. */
  input: z.object({ link: z.string().max(64), password: z.string().max(300) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'high',
  ports: [],
  roles: [],
  key: () => '',
});
