import { z } from 'zod';
import { constantOf, resultTypeSchema, wrongConstant } from '../blocks/compute/result-type.ts';
import { scalarSchema } from './condition.ts';
import { idSchema } from './ids.ts';
import { textSchema, type Text } from './text.ts';

const name = z.string().min(1).max(200);

/** A table kept by name, which drawings look up: rows by key, each with values in typed columns. Money is fen, times ISO. */
export const tableItemSchema = z
  .strictObject({
    id: idSchema,
    name: z.union([name, z.strictObject({ zh: name, en: name })]).optional(),
    /** What the keys are, as a person says it: the city, the repair shop. */
    key: textSchema.optional(),
    columns: z
      .array(z.strictObject({ id: idSchema, label: textSchema, type: resultTypeSchema }))
      .min(1)
      .max(20),
    rows: z.array(z.strictObject({ key: name, values: z.record(idSchema, scalarSchema) })).max(2000),
  })
  .superRefine(({ columns, rows }, context) => {
    const tell = (path: PropertyKey[], params: Text): void =>
      context.addIssue({ code: 'custom', path, message: 'wrong', params });
    const types = new Map(columns.map(({ id, type }) => [id, type]));
    columns.forEach(({ id }, index) => {
      if (columns.findIndex((other) => other.id === id) !== index) tell(['columns', index, 'id'], twice);
    });
    const keys = new Set<string>();
    rows.forEach(({ key, values }, index) => {
      if (keys.has(key)) tell(['rows', index, 'key'], twice);
      keys.add(key);
      for (const [column, value] of Object.entries(values)) {
        const type = types.get(column);
        const wrong = type === undefined ? noColumn : wrongConstant(type, value);
        if (wrong !== undefined) tell(['rows', index, 'values', column], wrong);
      }
    });
  })
  .meta({ id: 'CatalogTable' });
export type TableItem = z.infer<typeof tableItemSchema>;

const twice: Text = { zh: '和前面的重复，请换一个', en: 'stands twice; choose another' };
const noColumn: Text = { zh: '没有这一列', en: 'has no column' };

/** A table as the fact `table.ID`: rows by key, each an object of columns; times as epoch milliseconds. */
export function tableFact({
  columns,
  rows,
}: Pick<TableItem, 'columns' | 'rows'>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    rows.map(({ key, values }) => [
      key,
      Object.fromEntries(
        columns.flatMap(({ id, type }) =>
          Object.hasOwn(values, id) ? [[id, constantOf(type, values[id]!)] as const] : [],
        ),
      ),
    ]),
  );
}
