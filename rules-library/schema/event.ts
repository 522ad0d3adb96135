import { z } from 'zod';

/**
 * `POST /events`: something that happened elsewhere. `id` is the sender's own, unique per key; `data.order` is our id or
 * `{ channel, externalId }`, changes use the spelling of an order.
 */
export const businessEventSchema = z.object({
  type: z.string().min(1).max(80),
  id: z.string().min(1).max(200),
  occurredAt: z.iso.datetime({ offset: true }),
  data: z.record(z.string(), z.unknown()),
});
export type BusinessEvent = z.infer<typeof businessEventSchema>;
