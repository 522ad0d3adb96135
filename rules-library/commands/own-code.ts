import { z } from 'zod';
import { inWords } from '../schema/pattern.ts';

/** A code the company added itself: of a hold or of an alert. */
export const ownCodeSchema = z.string().regex(
  inWords(/^own\.[a-z0-9-]{1,60}$/, {
    zh: '列出的一个，或 own. 加小写字母、数字和 -，如 own.customs',
    en: 'one of those listed, or own. and small letters, digits and -, such as own.customs',
  }),
);
