import { z } from 'zod';
import { importIdSchema, verdictCountsSchema } from '../contract/imports.ts';
import { defineCommand } from '../define/command.ts';
import { textSchema } from '../schema/text.ts';

export const advanceImport = defineCommand({
  name: 'advance-import',
  label: { zh: '记下导入进度', en: 'Note how far an import is' },
  help: { zh: '一批行已导入，或导入停下的原因。', en: 'Some rows were taken in, or why it stopped.' },
  target: [],
  input: z.object({
    import: importIdSchema,
    /** Number under which the job holds its lease. */
    fence: z.int(),
    /** What became of the rows of one part. */
    done: z
      .object({
        part: z.int().min(0),
        counts: verdictCountsSchema,
        rejected: z.array(z.object({ line: z.int(), path: z.string(), message: textSchema })),
      })
      .optional(),
    /** It cannot go on, and why. */
    stop: textSchema.optional(),
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
