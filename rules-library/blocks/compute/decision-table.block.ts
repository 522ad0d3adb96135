import { defineBlock } from '../../define/block.ts';
import type { FactType } from '../../define/fact.ts';
import type { Condition } from '../../schema/condition.ts';
import { decisionTableExamples } from './decision-table-examples.ts';
import { decisionTableParams, type DecisionTable, type TableOutput } from './decision-table-params.ts';
import { constantOf } from './result-type.ts';
import { conditionOfCell } from './table-cell.ts';
import { tableWords } from './table-words.ts';

export const decisionTableBlock = defineBlock({
  kind: 'decision-table',
  version: 1,
  category: 'compute',
  label: { zh: '决策表', en: 'Decision table' },
  help: {
    zh: '一行一种情况，格子里填条件，右边填结果。结果可以给后面的积木用。缺数据判断不了时，结果算「不知道」。',
    en: 'A row for each case: conditions in its cells, results on the right, for the blocks behind it. Where data is missing, the results are not known.',
  },
  ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  params: decisionTableParams,
  initial: {
    hitPolicy: 'FIRST',
    inputs: [{ id: 'input-1', fact: 'order.total' }],
    outputs: [{ id: 'output-1', label: { zh: '结果', en: 'Result' }, type: 'text' }],
    rows: [{ id: 'row-1', when: {}, then: {} }],
  },
  results: ({ hitPolicy, outputs }) => [
    { label: { zh: '命中的行', en: 'rows that fit' }, type: 'list' },
    ...outputs.map(({ id, label, values, ...output }) => ({
      output: id,
      label,
      type: typeOf(output, hitPolicy),
      ...(output.type !== 'choice' || values === undefined
        ? {}
        : {
            choices: values.map((value) => ({
              value: String(value),
              label: { zh: String(value), en: String(value) },
            })),
            ordered: true,
          }),
    })),
  ],
  compile: ({ hitPolicy, inputs, outputs, rows }, { result }) => {
    const ranked = hitPolicy === 'PRIORITY' ? byImportance(rows, outputs) : rows;
    return {
      role: 'compute',
      derived: [
        {
          id: result,
          calculate: 'decision-table',
          with: {
            hit: hitPolicy === 'PRIORITY' ? 'FIRST' : hitPolicy,
            rows: ranked.map((row) => ({ id: row.id, conditions: conditionsOfRow(row, inputs, rows) })),
          },
          reads: inputs.map(({ fact }) => fact),
        },
        ...outputs.map(({ id, type, otherwise, collect = 'list' }) => ({
          id: `${result}.${id}`,
          calculate: 'table-output',
          with: {
            rows: result,
            values: Object.fromEntries(rows.map((row) => [row.id, constantOf(type, row.then[id]!)])),
            ...(otherwise === undefined ? {} : { otherwise: constantOf(type, otherwise) }),
            ...(hitPolicy === 'COLLECT' ? { collect } : {}),
          },
          reads: [result],
        })),
      ],
    };
  },
  sentence: (params, context) => tableWords(params, context),
  examples: decisionTableExamples,
});

/** What COLLECT makes of several values is a list, a number of rows, or a value of the same type. */
function typeOf(
  { type, collect = 'list' }: Pick<TableOutput, 'type' | 'collect'>,
  hitPolicy: DecisionTable['hitPolicy'],
): FactType {
  if (hitPolicy !== 'COLLECT') return type;
  return collect === 'list' ? 'list' : collect === 'count' ? 'integer' : type;
}

/** All cells of a row; a row of blanks always fits. */
function conditionsOfRow(
  row: DecisionTable['rows'][number],
  inputs: DecisionTable['inputs'],
  rows: DecisionTable['rows'],
): Condition {
  const place = rows.indexOf(row);
  return {
    all: inputs.flatMap(({ id, fact }) => {
      const cell = Object.hasOwn(row.when, id) ? row.when[id] : undefined;
      return cell === undefined ? [] : [conditionOfCell(cell, fact, `rows[${place}].when.${id}`)];
    }),
  };
}

/** The most important result first; among equals the row drawn first. PRIORITY is then the first row that fits. */
function byImportance(rows: DecisionTable['rows'], outputs: DecisionTable['outputs']): DecisionTable['rows'] {
  const ranking = outputs.filter(({ values }) => values !== undefined);
  return rows.toSorted((one, other) => {
    for (const { id, values } of ranking) {
      const difference = values!.indexOf(one.then[id]!) - values!.indexOf(other.then[id]!);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
