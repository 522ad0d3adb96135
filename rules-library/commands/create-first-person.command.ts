import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const createFirstPerson = defineCommand({
  name: 'create-first-person',
  label: { zh: '建立第一个人', en: 'Make the first person' },
  help: {
    zh: '第一个人用一次性链接给自己建立账号。',
    en: 'The first person makes an account with the one-time link.',
  },
  target: [],
  input: z.object({
    username: z.string().max(80),
    name: z.string().max(80),
    passwordHash: z.string().max(500),
    tokenHash: z.string().max(100),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  systemOnly: true,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
