import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** Every error answers in this shape; `path` names the place in the body, `details` what can be done. */
export const errorBodySchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: textSchema,
      path: z.string().optional(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** Codes and the HTTP status each comes with. */
export const errorStatus = {
  'bad-input': 400,
  'reason-missing': 400,
  'key-missing': 400,
  'not-signed-in': 401,
  'not-your-button': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'version-moved': 409,
  refused: 409,
  'in-flight': 409,
  'too-large': 413,
  'wrong-content-type': 415,
  'key-reused': 422,
  'too-many': 429,
  busy: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;
