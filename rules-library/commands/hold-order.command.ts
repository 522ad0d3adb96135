import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { holdBlocks } from '../choices/hold-blocks.ts';
import { holdCodes } from '../choices/hold-codes.ts';
import { atUntils } from '../choices/at-untils.ts';
import { holdWords } from './hold-words.ts';
import { ownCodeSchema } from './own-code.ts';

/** A hold code: one of the product's, or the company's own. */
export const holdCodeSchema = z.enum(holdCodes.map(({ value }) => value)).or(ownCodeSchema);

export const holdOrder = defineCommand({
  name: 'hold-order',
  label: { zh: '挂起订单', en: 'Hold order' },
  help: {
    zh: '订单停在这里，等有人解除；同一卡点只挂一次。',
    en: 'The order stops here until somebody lifts the hold; one hold per reason.',
  },
  target: ['order'],
  input: z.object({
    code: holdCodeSchema.meta(
      ui({ label: { zh: '卡点', en: 'Waits for' }, field: 'choice', options: holdCodes }),
    ),
    until: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(ui({ label: { zh: '预计解卡时间', en: 'Expected until' }, field: 'time', advanced: true })),
    atUntil: z
      .enum(['lift', 'ask'])
      .optional()
      .meta(
        ui({
          label: { zh: '到时怎么办', en: 'When it is over' },
          field: 'choice',
          options: atUntils,
          advanced: true,
        }),
      ),
    blocks: z
      .array(z.enum(['confirm', 'release', 'ship']))
      .min(1)
      .optional()
      .meta(
        ui({
          label: { zh: '挡住什么', en: 'Blocks' },
          field: 'choices',
          options: holdBlocks,
          advanced: true,
        }),
      ),
    lines: z
      .array(z.string().max(64))
      .max(500)
      .optional()
      .meta(ui({ label: { zh: '涉及明细', en: 'Lines' }, field: 'lines', advanced: true })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: holdWords,
  key: ({ code, lines }) => JSON.stringify([code, lines ?? []]),
});
