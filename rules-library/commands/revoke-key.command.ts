import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const revokeKey = defineCommand({
  name: 'revoke-key',
  label: { zh: '停用密钥', en: 'Revoke key' },
  help: { zh: '立即停用一个系统的密钥。', en: 'Revokes the key of a system at once.' },
  target: [],
  input: z.object({ key: z.string().max(64) }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
