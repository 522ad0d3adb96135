import { personInputSchema } from '../contract/people.ts';
import { defineCommand } from '../define/command.ts';

export const createPerson = defineCommand({
  name: 'create-person',
  label: { zh: '新建人员', en: 'Add person' },
  help: {
    zh: '新建一个人，得到一个只用一次的链接，本人用它设密码。',
    en: 'Adds a person and gives a link that works once: with it they set their password.',
  },
  target: [],
  input: personInputSchema,
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: ({ username }) => username,
});
