import { z } from 'zod';
import { roles } from '../../choices/roles.ts';
import type { SentenceContext } from '../../define/sentence.ts';
import { factReferenceSchema } from '../../schema/condition.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';

/** Who is asked: a role, a role of one warehouse (named, or by a fact), or a person. */
export const whoSchema = z
  .strictObject({
    role: z.enum(roles.map(({ value }) => value)).optional(),
    warehouse: z.union([z.string().min(1).max(64), factReferenceSchema]).optional(),
    person: z.string().min(1).max(80).optional(),
  })
  .refine(({ role, person }) => (role === undefined) !== (person === undefined), {
    params: { zh: '选一个角色或一个人', en: 'needs a role or a person' },
  });
export type Who = z.output<typeof whoSchema>;

/** 「审批人」, 「WH03 的仓管」. */
export function whoText({ role, warehouse, person }: Who, context: SentenceContext): string {
  const { language, nameOf } = context;
  if (person !== undefined) return nameOf('person', person)?.[language] ?? person;
  const label = roles.find(({ value }) => value === role)!.label[language];
  if (warehouse === undefined) return label;
  const place =
    typeof warehouse === 'string'
      ? (nameOf('warehouses', warehouse)?.[language] ?? warehouse)
      : labelOfFact(warehouse.fact, context);
  return language === 'zh' ? `${place} 的${label}` : `${label} of ${place}`;
}
