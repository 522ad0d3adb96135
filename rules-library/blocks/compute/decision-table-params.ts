import { z } from 'zod';
import { ui } from '../../define/ui.ts';
import { scalarSchema } from '../../schema/condition.ts';
import { factIdSchema, idSchema } from '../../schema/ids.ts';
import { textSchema, type Text } from '../../schema/text.ts';
import { resultTypeSchema, wrongConstant } from './result-type.ts';
import { tableCellSchema } from './table-cell.ts';

export const hitPolicies = [
  { value: 'FIRST', label: { zh: '从上往下第一行', en: 'The first row from the top' } },
  { value: 'UNIQUE', label: { zh: '唯一命中的一行', en: 'The only row that fits' } },
  { value: 'PRIORITY', label: { zh: '结果最重要的一行', en: 'The row with the most important result' } },
  { value: 'COLLECT', label: { zh: '所有命中的行', en: 'All rows that fit' } },
] as const;

const inputSchema = z.strictObject({ id: idSchema, fact: factIdSchema });
const outputSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  type: resultTypeSchema,
  /** The values it can have, most important first; what PRIORITY goes by. */
  values: z.array(scalarSchema).min(1).max(100).optional(),
  /** What it is when surely no row fits; without it it is then not known. */
  otherwise: scalarSchema.optional(),
  /** Under COLLECT: all values as a list, or one made of them. */
  collect: z.enum(['list', 'sum', 'min', 'max', 'count']).optional(),
});
export type TableOutput = z.output<typeof outputSchema>;

const rowSchema = z.strictObject({
  id: idSchema,
  /** Cells by input; one that is left out takes anything. */
  when: z.record(idSchema, tableCellSchema),
  /** Values by output. */
  then: z.record(idSchema, scalarSchema),
});

export const decisionTableParams = z
  .strictObject({
    hitPolicy: z
      .enum(hitPolicies.map(({ value }) => value))
      .default('FIRST')
      .meta(
        ui({ label: { zh: '哪一行算数', en: 'Which row counts' }, field: 'choice', options: hitPolicies }),
      ),
    inputs: z
      .array(inputSchema)
      .min(1)
      .max(20)
      .meta(ui({ label: { zh: '看什么', en: 'What it looks at' }, field: 'table-inputs' })),
    outputs: z
      .array(outputSchema)
      .min(1)
      .max(10)
      .meta(ui({ label: { zh: '得出什么', en: 'What it gives' }, field: 'table-outputs' })),
    rows: z
      .array(rowSchema)
      .min(1)
      .max(1000)
      .meta(ui({ label: { zh: '行', en: 'Rows' }, field: 'table-rows' })),
  })
  .superRefine((given, context) => {
    const tell = (path: PropertyKey[], text: Text): void =>
      context.addIssue({ code: 'custom', path, message: 'wrong', params: text });
    checkTable(given, tell);
  });
export type DecisionTable = z.output<typeof decisionTableParams>;

const twice: Text = { zh: '和前面的重复，请换一个', en: 'stands twice; choose another' };
const summed = new Set([
  'integer',
  'number',
  'money',
  'percent',
  'factor',
  'duration',
  'hours',
  'days',
  'weight',
  'volume',
]);

/** What a schema of single fields cannot say: ids that repeat, cells without a column, values of another type. */
function checkTable(
  { hitPolicy, inputs, outputs, rows }: z.input<typeof decisionTableParams>,
  tell: (path: PropertyKey[], text: Text) => void,
): void {
  for (const [name, list] of Object.entries({ inputs, outputs, rows })) {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) tell([name, index, 'id'], twice);
      seen.add(id);
    });
  }
  outputs.forEach(({ type, values = [], otherwise, collect = 'list' }, index) => {
    const constants = [
      ...values.map((value) => ['values', value] as const),
      ['otherwise', otherwise] as const,
    ];
    for (const [name, value] of constants) {
      const wrong = value === undefined ? undefined : wrongConstant(type, value);
      if (wrong !== undefined) tell(['outputs', index, name], wrong);
    }
    if (hitPolicy === 'COLLECT' && !['list', 'count'].includes(collect) && !summed.has(type)) {
      tell(['outputs', index, 'collect'], {
        zh: '只有数字才能合计或取最大最小',
        en: 'only numbers have a sum, least or most',
      });
    }
  });
  if (hitPolicy === 'PRIORITY' && outputs.every(({ values }) => values === undefined)) {
    tell(['outputs'], {
      zh: '要按结果的重要程度取，请先列出某个结果的全部取值，重要的在前',
      en: 'to go by importance, list all values of one of them, the most important first',
    });
  }
  rows.forEach(({ when, then }, index) => checkRow(index, when, then, { inputs, outputs }, tell));
}

function checkRow(
  index: number,
  when: Readonly<Record<string, unknown>>,
  then: Readonly<Record<string, string | number | boolean>>,
  { inputs, outputs }: Pick<z.input<typeof decisionTableParams>, 'inputs' | 'outputs'>,
  tell: (path: PropertyKey[], text: Text) => void,
): void {
  const noColumn: Text = { zh: '没有这一列', en: 'has no column' };
  for (const id of Object.keys(when)) {
    if (!inputs.some((input) => input.id === id)) tell(['rows', index, 'when', id], noColumn);
  }
  for (const id of Object.keys(then)) {
    if (!outputs.some((output) => output.id === id)) tell(['rows', index, 'then', id], noColumn);
  }
  for (const { id, type, values } of outputs) {
    const value = Object.hasOwn(then, id) ? then[id] : undefined;
    const path = ['rows', index, 'then', id];
    if (value === undefined) {
      tell(path, { zh: '还没填结果', en: 'has no result yet' });
      continue;
    }
    const wrong = wrongConstant(type, value);
    if (wrong !== undefined) tell(path, wrong);
    else if (values !== undefined && !values.includes(value)) {
      tell(path, { zh: '不在这一列的取值里', en: 'is none of the values of its column' });
    }
  }
}
