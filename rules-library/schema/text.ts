import { z } from 'zod';

/** A text people read: Chinese is the default, English one click away. May hold `{fact.id}` placeholders. */
export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });
export type Text = z.infer<typeof textSchema>;

/** The two languages every text has. */
export type Language = keyof Text;
