import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema } from '../../schema/condition.ts';
import { idSchema } from '../../schema/ids.ts';
import { numberText } from '../../sentences/format-number.ts';
import { joined, operatorWord, valueWord, words } from '../../sentences/segments.ts';

const rowSchema = z.strictObject({
  id: idSchema,
  conditions: conditionSchema,
  points: z.number().min(-1_000_000).max(1_000_000),
});
const bandSchema = z.strictObject({
  id: idSchema,
  /** The least score of the band. */
  from: z.number(),
  value: z.string().trim().min(1).max(80),
});

const params = z
  .strictObject({
    rows: z
      .array(rowSchema)
      .min(1)
      .max(200)
      .meta(ui({ label: { zh: '满足就加分', en: 'Points for what holds' }, field: 'score-rows' })),
    bands: z
      .array(bandSchema)
      .max(30)
      .default([])
      .meta(ui({ label: { zh: '分档', en: 'Bands' }, field: 'score-bands' })),
  })
  .superRefine(({ rows, bands }, context) => {
    const once = (name: string, key: string, values: readonly unknown[]): void =>
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        const text = { zh: '和前面的重复，请换一个', en: 'stands twice; choose another' };
        context.addIssue({ code: 'custom', path: [name, index, key], message: 'twice', params: text });
      });
    once(
      'rows',
      'id',
      rows.map(({ id }) => id),
    );
    once(
      'bands',
      'id',
      bands.map(({ id }) => id),
    );
    once(
      'bands',
      'from',
      bands.map(({ from }) => from),
    );
    once(
      'bands',
      'value',
      bands.map(({ value }) => value),
    );
  });

const rows = [
  { id: 'large', conditions: { fact: 'order.total', operator: 'greaterThan', value: 1000 }, points: 30 },
  { id: 'new', conditions: { fact: 'customer.isNew', operator: 'equal', value: true }, points: -10 },
];
const bands = [
  { id: 'a', from: 0, value: '普通' },
  { id: 'b', from: 25, value: '重点' },
];

export const scoreCardBlock = defineBlock({
  kind: 'score-card',
  version: 1,
  category: 'compute',
  label: { zh: '评分卡', en: 'Score card' },
  help: {
    zh: '每满足一条就加上它的分，得出总分和所在的分档。缺数据会影响结果时，结果算「不知道」。',
    en: 'Adds points for each thing that holds, and gives the score and its band. Where missing data could change a result, it is not known.',
  },
  ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  params,
  initial: {
    rows: [
      { id: 'row-1', conditions: { fact: 'order.total', operator: 'greaterThan', value: 0 }, points: 10 },
    ],
    bands: [],
  },
  results: ({ bands }) => [
    { output: 'score', label: { zh: '总分', en: 'Score' }, type: 'number' },
    ...(bands.length === 0
      ? []
      : [
          {
            output: 'band',
            label: { zh: '分档', en: 'Band' },
            type: 'choice' as const,
            choices: bands
              .toSorted((one, other) => other.from - one.from)
              .map(({ value }) => ({ value, label: { zh: value, en: value } })),
            ordered: true,
          },
        ]),
  ],
  compile: ({ rows, bands }, { result }) => {
    const score = (output: string, more: Record<string, unknown>) => ({
      id: `${result}.${output}`,
      calculate: 'score',
      with: { rows: rows.map(({ conditions, points }) => ({ conditions, points })), ...more },
      reads: [],
    });
    return {
      role: 'compute',
      derived: [
        score('score', {}),
        ...(bands.length === 0
          ? []
          : [score('band', { bands: bands.map(({ from, value }) => ({ from, value })) })]),
      ],
    };
  },
  sentence: ({ rows, bands }, { language }) => {
    const names = bands.map(({ value, from }) => [
      valueWord(value),
      words(language === 'zh' ? `（${numberText(from)} 分起）` : ` (from ${numberText(from)})`),
    ]);
    const listed = joined(names, words(language === 'zh' ? '、' : ', '));
    return language === 'zh'
      ? [
          operatorWord('评分'),
          words(`：${rows.length} 条`),
          ...(bands.length === 0 ? [] : [words('，分为 '), ...listed]),
        ]
      : [
          operatorWord('Score'),
          words(`: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`),
          ...(bands.length === 0 ? [] : [words(', in bands '), ...listed]),
        ];
  },
  examples: [
    {
      name: { zh: '两条都满足', en: 'Both hold' },
      params: { rows, bands },
      facts: { 'order.total': 1001, 'customer.isNew': true },
      gives: { score: 20, band: '普通' },
    },
    {
      name: { zh: '只满足一条', en: 'One holds' },
      params: { rows, bands },
      facts: { 'order.total': 1001, 'customer.isNew': false },
      gives: { score: 30, band: '重点' },
    },
    {
      name: { zh: '缺的数据不影响分档', en: 'What is missing cannot change the band' },
      params: { rows, bands: bands.slice(0, 1) },
      facts: { 'order.total': 1001 },
      gives: { score: undefined, band: '普通' },
    },
    {
      name: { zh: '缺的数据可能改变分档', en: 'What is missing could change the band' },
      params: { rows, bands },
      facts: { 'order.total': 1001 },
      gives: { score: undefined, band: undefined },
    },
    {
      name: { zh: '低于最低的一档', en: 'Below the lowest band' },
      params: { rows, bands },
      facts: { 'order.total': 1, 'customer.isNew': true },
      gives: { score: -10, band: undefined },
    },
    {
      name: { zh: '两档起点一样', en: 'Two bands from the same score' },
      params: { rows, bands: [bands[0], { id: 'c', from: 0, value: '别的' }] },
      problem: 'params',
    },
  ],
});
