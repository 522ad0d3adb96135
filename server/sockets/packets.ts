import { z } from 'zod';

/** What a screen may send over the socket, checked before anything is done with it. */
const roomSchema = z
  .string()
  .max(120)
  .regex(/^(role|person|warehouse):[\p{L}\p{N}._-]{1,80}$/u);
const seqSchema = z.int().min(0);

export const resumePacketSchema = z
  .record(roomSchema, seqSchema)
  .refine((rooms) => Object.keys(rooms).length <= 50, 'at most 50 rooms');
export const ackPacketSchema = z.strictObject({ room: roomSchema, seq: seqSchema });
