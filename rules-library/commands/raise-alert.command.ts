import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { alertKinds } from '../choices/alert-kinds.ts';
import { alertLevels } from '../choices/alert-levels.ts';
import { roles } from '../choices/roles.ts';
import { alertWords } from './alert-words.ts';
import { ownCodeSchema } from './own-code.ts';

/** Whom an alert reaches: a role (of one warehouse, if named) or a person. */
export const recipientSchema = z
  .object({
    role: z.enum(roles.map(({ value }) => value)).optional(),
    person: z.string().min(1).max(80).optional(),
    warehouse: z.string().min(1).max(64).optional(),
  })
  .refine(({ role, person }) => (role === undefined) !== (person === undefined), {
    params: { zh: '选一个角色或一个人', en: 'needs a role or a person' },
  });

/** What it says: one language is enough, the other then says the same. */
const alertTextSchema = z
  .object({ zh: z.string().max(1000), en: z.string().max(1000) })
  .refine(({ zh, en }) => zh.trim() !== '' || en.trim() !== '', {
    params: { zh: '不能为空', en: 'may not be empty' },
  });

/** A button that answers the alert; its target is the alert's subject unless named. */
export const alertButtonSchema = z.object({
  name: z.string().max(64),
  target: z.string().max(200).optional(),
  input: z.record(z.string(), z.unknown()).optional(),
});

export const raiseAlert = defineCommand({
  name: 'raise-alert',
  label: { zh: '发出预警', en: 'Raise alert' },
  help: {
    zh: '把一句话实时推给能处理的人，附上可以直接按的按钮。',
    en: 'Pushes one sentence live to the people who can act, with the buttons to act on.',
  },
  target: ['any'],
  input: z.object({
    kind: z
      .enum(alertKinds.map(({ value }) => value))
      .or(ownCodeSchema)
      .meta(ui({ label: { zh: '种类', en: 'Kind' }, field: 'choice', options: alertKinds })),
    level: z
      .enum(['info', 'warn', 'urgent'])
      .meta(ui({ label: { zh: '紧急程度', en: 'Level' }, field: 'choice', options: alertLevels })),
    to: z
      .array(recipientSchema)
      .min(1)
      .max(20)
      .meta(ui({ label: { zh: '发给', en: 'To' }, field: 'recipients' })),
    text: z.union([alertTextSchema, z.string().trim().min(1).max(1000)]).meta(
      ui({
        label: { zh: '说什么', en: 'Text' },
        field: 'text-with-facts',
        placeholder: { zh: '订单 {order.number} 需要您处理', en: 'Order {order.number} needs you' },
      }),
    ),
    buttons: z
      .array(alertButtonSchema)
      .max(5)
      .optional()
      .meta(ui({ label: { zh: '附带按钮', en: 'Buttons' }, field: 'buttons', advanced: true })),
    answerWithin: z
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .meta(ui({ label: { zh: '多久内要回应', en: 'Answer within' }, field: 'duration', advanced: true })),
    thenTo: z
      .array(recipientSchema)
      .min(1)
      .max(20)
      .optional()
      .meta(
        ui({ label: { zh: '没回应再发给', en: 'Unanswered, then to' }, field: 'recipients', advanced: true }),
      ),
    groupBy: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta(
        ui({
          label: { zh: '合并相同的', en: 'Group by' },
          field: 'text',
          placeholder: {
            zh: '如渠道：每个渠道一条',
            en: 'such as the channel: one per channel',
          },
          advanced: true,
        }),
      ),
  }),
  needsReason: false,
  automatable: true,
  button: false,
  risk: 'none',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: [],
  sentence: alertWords,
  key: ({ kind, to }) => JSON.stringify([kind, to]),
});
