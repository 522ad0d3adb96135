import { z } from 'zod';
import { inWords } from '../schema/pattern.ts';

/** A time of day as people write it: `08:30`, `24:00` at the latest. */
export const clockTimeSchema = z.string().regex(
  inWords(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
    zh: '几点几分，如 08:30，最晚 24:00',
    en: 'hours and minutes such as 08:30, 24:00 at the latest',
  }),
);
