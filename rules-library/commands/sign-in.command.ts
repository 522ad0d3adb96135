import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const signIn = defineCommand({
  name: 'sign-in',
  label: { zh: '登录', en: 'Sign in' },
  help: {
    zh: '有人登录，或输错了密码。',
    en: 'Somebody signed in, or gave a wrong password.',
  },
  target: [],
  input: z.object({
    person: z.string().max(80),
    /** Hash of the token in the cookie; null: the password was wrong. */
    session: z.string().max(100).nullable(),
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
