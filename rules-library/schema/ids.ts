import { z } from 'zod';
import { inWords } from './pattern.ts';

/** Names that would reach a prototype; they can be neither ids, facts, keys nor path steps anywhere. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const reserved = { zh: '这个名称留给系统用，请换一个', en: 'is a reserved name; choose another' };

/** Id of a flow, node, port, condition, table row, case, season or template. */
export const idSchema = z
  .string()
  .regex(
    inWords(/^[a-z0-9][A-Za-z0-9_-]{0,63}$/, {
      zh: '小写字母或数字开头的字母、数字、- 和 _，最多 64 个',
      en: 'letters, digits, - and _, starting with a small letter or digit, at most 64',
    }),
  )
  .refine((id) => !forbiddenKeys.has(id), { params: reserved })
  .meta({ description: 'letters, digits, - and _, starting with a small letter or digit, at most 64' });

/** A flat dotted fact id such as `order.total` or, for results of a flow, `FLOW.NODE.OUTPUT`. */
export const factIdSchema = z
  .string()
  .max(200)
  .regex(
    inWords(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/, {
      zh: '用点分开的字母、数字、- 和 _，如 order.total',
      en: 'letters, digits, - and _ separated by dots, such as order.total',
    }),
  )
  .refine((id) => !id.split('.').some((part) => forbiddenKeys.has(part)), { params: reserved });
