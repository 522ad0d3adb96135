import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { scalarSchema } from '../../schema/condition.ts';
import { factIdSchema, idSchema } from '../../schema/ids.ts';
import { textSchema } from '../../schema/text.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';
import { factWord, joined, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { constantOf, resultTypeSchema, wrongConstant } from './result-type.ts';

const columnSchema = z.strictObject({
  /** The column's name in the table. */
  id: idSchema,
  label: textSchema,
  type: resultTypeSchema,
  /** What it is when the table has no such row; without it it is then not known. */
  otherwise: scalarSchema.optional(),
});

const params = z
  .strictObject({
    table: idSchema.meta(ui({ label: { zh: '查哪张表', en: 'Table' }, field: 'table-name' })),
    by: factIdSchema.meta(ui({ label: { zh: '按什么查', en: 'Row of' }, field: 'fact' })),
    columns: z
      .array(columnSchema)
      .min(1)
      .max(20)
      .meta(ui({ label: { zh: '要哪些列', en: 'Columns' }, field: 'lookup-columns' })),
  })
  .superRefine(({ columns }, context) => {
    columns.forEach(({ id, type, otherwise }, index) => {
      const isTwice = columns.findIndex((other) => other.id === id) !== index;
      const wrong = otherwise === undefined ? undefined : wrongConstant(type, otherwise);
      const path = ['columns', index, isTwice ? 'id' : 'otherwise'];
      const text = isTwice ? { zh: '和前面的重复，请换一个', en: 'stands twice; choose another' } : wrong;
      if (text !== undefined) context.addIssue({ code: 'custom', path, message: 'wrong', params: text });
    });
  });

const sla = {
  table: 'city-sla',
  by: 'shipTo.city',
  columns: [
    { id: 'hours', label: { zh: '时效', en: 'Hours' }, type: 'hours' },
    { id: 'carrier', label: { zh: '承运商', en: 'Carrier' }, type: 'text', otherwise: '顺丰' },
  ],
};
const table = { 'table.city-sla': { 南京: { hours: 24, carrier: '德邦' }, 拉萨: { hours: 'many' } } };

export const lookupBlock = defineBlock({
  kind: 'lookup',
  version: 1,
  category: 'compute',
  label: { zh: '查表', en: 'Look up' },
  help: {
    zh: '在一张按名称保存的表里找到一行，取出它的列。改表不用改图。没有这一行时取「否则」的值，没填则算「不知道」。',
    en: 'Finds a row in a table kept by name and takes its columns. The table changes without redrawing. Without such a row a column is what "otherwise" says, else not known.',
  },
  ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  params,
  initial: {
    table: 'table-1',
    by: 'shipTo.city',
    columns: [{ id: 'value', label: { zh: '值', en: 'Value' }, type: 'text' }],
  },
  results: ({ columns }) =>
    columns.map(({ id, label, type }) => ({ output: id, label, type: type === 'choice' ? 'text' : type })),
  compile: ({ table, by, columns }, { result }) => ({
    role: 'compute',
    derived: columns.map(({ id, type, otherwise }) => ({
      id: `${result}.${id}`,
      calculate: 'lookup',
      with: {
        table: `table.${table}`,
        by,
        column: id,
        type,
        ...(otherwise === undefined ? {} : { otherwise: constantOf(type, otherwise) }),
      },
      reads: [by, `table.${table}`],
    })),
  }),
  sentence: ({ table, by, columns }, context) => {
    const { language } = context;
    const name = context.nameOf('table', table)?.[language] ?? table;
    const taken = joined(
      columns.map(({ label }) => [factWord(label[language])]),
      words(language === 'zh' ? '、' : ', '),
    );
    const key = factWord(labelOfFact(by, context));
    return language === 'zh'
      ? [
          operatorWord('查表'),
          words('：在 '),
          valueWord(`「${name}」`),
          words(' 里按 '),
          key,
          words(' 取 '),
          ...taken,
        ]
      : [
          operatorWord('Look up'),
          words(' '),
          ...taken,
          words(' in '),
          valueWord(`"${name}"`),
          words(' by '),
          key,
        ];
  },
  examples: [
    {
      name: { zh: '有这一行', en: 'There is such a row' },
      params: sla,
      facts: { ...table, 'shipTo.city': '南京' },
      gives: { hours: 24, carrier: '德邦' },
    },
    {
      name: { zh: '没有这一行', en: 'There is no such row' },
      params: sla,
      facts: { ...table, 'shipTo.city': '三沙' },
      gives: { hours: undefined, carrier: '顺丰' },
    },
    {
      name: { zh: '类型不对的内容不用', en: 'A value of another type is not taken' },
      params: sla,
      facts: { ...table, 'shipTo.city': '拉萨' },
      gives: { hours: undefined, carrier: undefined },
    },
    {
      name: { zh: '表还没有', en: 'The table is not there' },
      params: sla,
      facts: { 'shipTo.city': '南京' },
      gives: { hours: undefined, carrier: undefined },
    },
    {
      name: { zh: '没有这项数据', en: 'No such data' },
      params: { ...sla, by: 'shipTo.planet' },
      problem: 'unknown-fact',
    },
    {
      name: { zh: '同一列两次', en: 'A column twice' },
      params: { ...sla, columns: [sla.columns[0], sla.columns[0]] },
      problem: 'params',
    },
  ],
});
