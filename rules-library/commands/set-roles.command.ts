import { placeInputSchema } from '../contract/people.ts';
import { defineCommand } from '../define/command.ts';

export const setRoles = defineCommand({
  name: 'set-roles',
  label: { zh: '设置角色', en: 'Set roles' },
  help: {
    zh: '一个人有哪些角色、在哪个仓。已打开的页面一秒内跟着变。',
    en: 'Which roles a person has, and in which warehouse. Open screens follow within a second.',
  },
  target: ['person'],
  input: placeInputSchema,
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
