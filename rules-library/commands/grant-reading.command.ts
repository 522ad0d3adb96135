import { z } from 'zod';
import { fieldGroups, type FieldGroup } from '../choices/field-groups.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const grantReading = defineCommand({
  name: 'grant-reading',
  label: { zh: '授权可见内容', en: 'Grant reading' },
  help: {
    zh: '一个角色能不能看到一类内容：个人信息、金额、信用。一秒内处处生效。',
    en: 'Whether a role sees one kind of content: personal data, money, credit. In force everywhere within a second.',
  },
  target: ['role'],
  input: z.object({
    group: z
      .enum(fieldGroups.map(({ value }) => value) as [FieldGroup, ...FieldGroup[]])
      .meta(ui({ label: { zh: '内容', en: 'Content' }, field: 'choice', options: fieldGroups })),
    allow: z.boolean().meta(ui({ label: { zh: '可以看到', en: 'May read it' }, field: 'yes-no' })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: ({ group }) => group,
});
