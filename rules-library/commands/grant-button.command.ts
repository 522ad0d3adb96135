import { z } from 'zod';
import { grantConditions, type GrantCondition } from '../choices/grant-conditions.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

/** Under which conditions a role may press a button; all of them have to hold. */
export const grantWhenSchema = z.array(
  z.enum(grantConditions.map(({ value }) => value) as [GrantCondition, ...GrantCondition[]]),
);

export const grantButton = defineCommand({
  name: 'grant-button',
  label: { zh: '授权按钮', en: 'Grant button' },
  help: {
    zh: '一个角色能不能按一个按钮、能填哪些项、在什么条件下。一秒内处处生效。',
    en: 'Whether a role may press a button, which entries it may fill in, and when. In force everywhere within a second.',
  },
  target: ['role'],
  input: z.object({
    button: z
      .string()
      .max(64)
      .meta(ui({ label: { zh: '按钮', en: 'Button' }, field: 'text' })),
    allow: z.boolean().meta(ui({ label: { zh: '可以按', en: 'May press it' }, field: 'yes-no' })),
    /** Names of the input's fields it may fill in; absent: all. */
    fields: z
      .array(z.string().max(64))
      .max(100)
      .optional()
      .meta(
        ui({ label: { zh: '能填的项', en: 'Entries it may fill in' }, field: 'choices', advanced: true }),
      ),
    when: grantWhenSchema
      .max(5)
      .optional()
      .meta(
        ui({
          label: { zh: '条件', en: 'Conditions' },
          field: 'choices',
          options: grantConditions,
          advanced: true,
        }),
      ),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: ({ button }) => button,
});
