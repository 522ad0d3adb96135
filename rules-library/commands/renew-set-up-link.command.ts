import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const renewSetUpLink = defineCommand({
  name: 'renew-set-up-link',
  label: { zh: '重发设置链接', en: 'Renew set-up link' },
  help: {
    zh: '给一个人新的一次性链接来设密码，旧的链接作废。',
    en: 'Gives a person a new link to set their password; an earlier link is void.',
  },
  target: ['person'],
  input: z.object({}),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
