import { z } from 'zod';
import { factIdSchema, idSchema } from './ids.ts';

/** A constant on the right side of a comparison. */
export const scalarSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;

/** The right side refers to another fact. */
export const factReferenceSchema = z.object({ fact: factIdSchema, path: z.string().max(200).optional() });
export type FactReference = z.infer<typeof factReferenceSchema>;

/** Right side of a comparison: a constant, a list, or another fact (`between` takes facts inside its pair). */
export const operandSchema = z.union([
  scalarSchema,
  factReferenceSchema,
  z.array(z.union([scalarSchema, factReferenceSchema])).max(5000),
]);
export type Operand = z.infer<typeof operandSchema>;

/** One comparison: fact · operator · value. `missing: "as-stock"` (imports) asks for no presence guards. */
export const comparisonSchema = z.object({
  id: idSchema.optional(),
  fact: factIdSchema,
  path: z.string().max(200).optional(),
  operator: z.string().max(80),
  value: operandSchema,
  missing: z.literal('as-stock').optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Drawn conditions: comparisons joined by all, any and not. Absent data is a third value, added by the compiler. */
export type Condition =
  | Comparison
  | { id?: string | undefined; all: Condition[] }
  | { id?: string | undefined; any: Condition[] }
  | { id?: string | undefined; not: Condition };

/** Groups may not be empty: json-rules-engine fires a rule whose group is empty. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.object({ id: idSchema.optional(), all: z.array(conditionSchema).min(1).max(200) }),
    z.object({ id: idSchema.optional(), any: z.array(conditionSchema).min(1).max(200) }),
    z.object({ id: idSchema.optional(), not: conditionSchema }),
  ]),
);
