import { z } from 'zod';

/** Hash of what the screen showed: what was changed in between is not approved unseen. Systems may leave it out. */
export const planSeenSchema = z.string().max(80).optional();
