import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** `GET /reasons?command=NAME`: the reasons a person may choose from for this button; another can be written. */
export const reasonsSchema = z.object({
  items: z.array(textSchema),
  /** Id of the company's list they come from; null: those the product comes with. */
  list: z.string().nullable(),
});
