import type { Segment, SentenceContext } from '../../define/sentence.ts';
import type { Condition } from '../../schema/condition.ts';
import type { Text } from '../../schema/text.ts';
import { operatorText } from '../../sentences/comparison.ts';
import { conditionSegments } from '../../sentences/condition.ts';
import { formatFact } from '../../sentences/format-fact.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';
import { bracketed, factWord, operatorWord, valueWord, words } from '../../sentences/segments.ts';

interface LineParams {
  quantifier: 'any' | 'every' | 'none' | 'count' | 'sum';
  of?: string | undefined;
  operator?: string | undefined;
  value?: number | undefined;
  conditions: Condition;
}

const heads: Record<'any' | 'every' | 'none', Text> = {
  any: { zh: '任一明细 ', en: 'on any line ' },
  every: { zh: '每个明细 ', en: 'on every line ' },
  none: { zh: '没有明细 ', en: 'on no line ' },
};

/** 「任一明细 货物类别 含有 液体」, 「满足（…）的明细，数量合计 大于 10」. */
export function lineWords(
  { quantifier, of, operator, value, conditions }: LineParams,
  context: SentenceContext,
): Segment[] {
  const { language, zone, facts, operators } = context;
  const met = conditionSegments(conditions, { ...context, actual: undefined });
  if (quantifier !== 'count' && quantifier !== 'sum') return [words(heads[quantifier][language]), ...met];
  const definition = quantifier === 'sum' ? facts.get(of ?? '') : undefined;
  const summed = quantifier === 'sum' ? labelOfFact(of ?? '', context) : '';
  const said = operatorText(
    operators.get(operator ?? ''),
    operator ?? '',
    definition ?? { id: '', label: { zh: '', en: '' }, type: 'integer', scope: 'line', samples: [] },
    context,
  );
  const compared = [
    words(' '),
    operatorWord(said),
    words(' '),
    valueWord(formatFact(definition, value, language, zone)),
  ];
  if (language === 'zh') {
    const what = quantifier === 'sum' ? factWord(`${summed}合计`) : factWord('行数');
    return [words('满足'), ...bracketed(met, language), words('的明细，'), what, ...compared];
  }
  const what = quantifier === 'sum' ? factWord(`sum of ${summed}`) : factWord('number');
  return [words('the '), what, words(' of lines where '), ...bracketed(met, language), ...compared];
}
