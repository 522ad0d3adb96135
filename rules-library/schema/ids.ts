import { z } from 'zod';

/** Names that would reach a prototype; they can be neither ids, facts, keys nor path steps anywhere. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Id of a flow, node, port, condition, table row, case, season or template. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][A-Za-z0-9_-]{0,63}$/)
  .refine((id) => !forbiddenKeys.has(id))
  .meta({ description: 'letters, digits, - and _, starting with a small letter or digit, at most 64' });

/** A flat dotted fact id such as `order.total` or, for results of a flow, `FLOW.NODE.OUTPUT`. */
export const factIdSchema = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/)
  .refine((id) => !id.split('.').some((part) => forbiddenKeys.has(part)));
