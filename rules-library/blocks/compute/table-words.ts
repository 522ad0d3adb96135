import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';
import { factWord, joined, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { hitPolicies, type DecisionTable } from './decision-table-params.ts';

/** 「查决策表：按 订单金额、客户等级 得出 折扣，8 行里取 从上往下第一行」. */
export function tableWords(
  { hitPolicy, inputs, outputs, rows }: DecisionTable,
  context: SentenceContext,
): Segment[] {
  const { language } = context;
  const comma = words(language === 'zh' ? '、' : ', ');
  const looked = joined(
    inputs.map(({ fact }) => [factWord(labelOfFact(fact, context))]),
    comma,
  );
  const given = joined(
    outputs.map(({ label }) => [factWord(label[language])]),
    comma,
  );
  const policy = hitPolicies.find(({ value }) => value === hitPolicy)!.label[language];
  return language === 'zh'
    ? [
        operatorWord('查决策表'),
        words('：按 '),
        ...looked,
        words(' 得出 '),
        ...given,
        words(`，${rows.length} 行里取 `),
        valueWord(policy),
      ]
    : [
        operatorWord('Decision table'),
        words(': '),
        ...given,
        words(' by '),
        ...looked,
        words(`, ${rows.length} rows, `),
        valueWord(lowerFirst(policy)),
      ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
