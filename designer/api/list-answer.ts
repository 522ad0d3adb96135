import { z } from 'zod';

/** Lists answer `{ items, next }`; `next` is the cursor of the following page. */
export function listAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
