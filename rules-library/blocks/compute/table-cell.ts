import { z } from 'zod';
import {
  operandSchema,
  scalarSchema,
  type Condition,
  type Operand,
  type Scalar,
} from '../../schema/condition.ts';
import { idSchema } from '../../schema/ids.ts';

/**
 * A cell of a decision table, asked of its column's fact: a value, a list of values, a comparison (ranges are `between` or two
 * comparisons under `all`), any of several, or the opposite of one. No cell: anything will do.
 */
export type TableCell =
  | Scalar
  | Scalar[]
  | { operator: string; value: Operand }
  | { id?: string | undefined; all: TableCell[] }
  | { id?: string | undefined; any: TableCell[] }
  | { id?: string | undefined; not: TableCell };

/** A group may have an id, as every group of conditions gets one when it is saved. */
const id = idSchema.optional();

export const tableCellSchema: z.ZodType<TableCell> = z.lazy(() =>
  z.union([
    scalarSchema,
    z.array(scalarSchema).min(1).max(500),
    z.strictObject({ operator: z.string().max(80), value: operandSchema }),
    z.strictObject({ id, all: z.array(tableCellSchema).min(1).max(20) }),
    z.strictObject({ id, any: z.array(tableCellSchema).min(1).max(20) }),
    z.strictObject({ id, not: tableCellSchema }),
  ]),
);

/** A cell as a condition of its column's fact. `id` tells the place of what is wrong. */
export function conditionOfCell(cell: TableCell, fact: string, id: string): Condition {
  const inner = (one: TableCell): Condition => conditionOfCell(one, fact, id);
  // Amounts have no "one of": each is asked for.
  if (Array.isArray(cell)) {
    return cell.some((one) => typeof one !== 'string')
      ? { any: cell.map(inner) }
      : { id, fact, operator: 'in', value: cell };
  }
  if (typeof cell !== 'object') return { id, fact, operator: 'equal', value: cell };
  if ('all' in cell) return { all: cell.all.map(inner) };
  if ('any' in cell) return { any: cell.any.map(inner) };
  if ('not' in cell) return { not: inner(cell.not) };
  return { id, fact, operator: cell.operator, value: cell.value };
}
