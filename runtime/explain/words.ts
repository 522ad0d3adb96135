import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import {
  contextOf,
  formatFact,
  labelOfFact,
  plainText,
  sentenceOfCondition,
  type SentenceOptions,
} from '../../rules-library/sentences/index.ts';
import { sameValue } from '../effects/same-value.ts';
import type { ExplainedCondition } from './explain.ts';
import type { Proposal, ProposedChange } from './propose.ts';

/** Zone, flow and names, as for any sentence; what the order really had is given by itself. */
export type WordsOptions = Omit<SentenceOptions, 'actual'>;

/**
 * One condition of an explanation in words and units, with what the order really had: 「订单金额 高于 ¥5,000（实际 ¥4,200）」. One the
 * rule needs not to hold is said that way round. `facts` are prepared ones.
 */
export function conditionInWords(
  { fact, path, operator, value, negated }: ExplainedCondition,
  facts: Facts,
  vocabulary: Vocabulary,
  options: WordsOptions = {},
): Text {
  const comparison = {
    fact,
    operator,
    value,
    ...(path === null ? {} : { path }),
  } as Comparison;
  const condition: Condition = negated ? { not: comparison } : comparison;
  return both((language) =>
    plainText(sentenceOfCondition(condition, language, vocabulary, { ...options, actual: facts })),
  );
}

/** A proposal in words: 「订单金额 改成 ¥5,000.01 以上 → 命中」. */
export function proposalInWords(
  { changes }: Proposal,
  vocabulary: Vocabulary,
  options: WordsOptions = {},
): Text {
  return both((language) => {
    const said = changes.map((change) => changeWords(change, language, vocabulary, options));
    return language === 'zh' ? `${said.join('，')} → 命中` : `${said.join(', ')} → it matches`;
  });
}

const verbs: Record<'supply' | 'change' | 'remove', Text> = {
  supply: { zh: '补上', en: 'supplied as' },
  change: { zh: '改成', en: 'changed to' },
  remove: { zh: '没有数据', en: 'not known' },
};
const bounds: Record<'at-least' | 'at-most', Text> = {
  'at-least': { zh: ' 以上', en: ' or more' },
  'at-most': { zh: ' 以下', en: ' or less' },
};

function changeWords(
  { fact, from, to, bound }: ProposedChange,
  language: Language,
  vocabulary: Vocabulary,
  options: WordsOptions,
): string {
  const context = contextOf(language, vocabulary, options);
  if (fact === 'lines') return linesWords(from, to, language, vocabulary, options);
  const label = labelOfFact(fact, context);
  const verb = verbs[to === undefined ? 'remove' : from === undefined ? 'supply' : 'change'][language];
  if (to === undefined) return `${label} ${verb}`;
  const value = formatFact(vocabulary.facts.get(fact), to, language, context.zone);
  return `${label} ${verb} ${value}${bound === null ? '' : bounds[bound][language]}`;
}

/** Lines in words: what changes in those there are, and those that are added. */
function linesWords(
  from: unknown,
  to: unknown,
  language: Language,
  vocabulary: Vocabulary,
  options: WordsOptions,
): string {
  const context = contextOf(language, vocabulary, options);
  const [before, after] = [from, to].map((lines) => (Array.isArray(lines) ? (lines as Facts[]) : []));
  return after!
    .flatMap((line, index) => {
      const old = before![index];
      const said = Object.entries(line)
        .filter(([fact, value]) => old === undefined || !sameValue(old[fact], value))
        .map(([fact, value]) => {
          const verb = verbs[old === undefined || old[fact] === undefined ? 'supply' : 'change'][language];
          const worded = formatFact(vocabulary.facts.get(fact), value, language, context.zone);
          return `${labelOfFact(fact, context)} ${verb} ${worded}`;
        });
      if (said.length === 0) return [];
      const which = old === undefined ? moreLine[language] : `${lineWord[language]} ${index + 1}`;
      return `${which}${language === 'zh' ? '：' : ': '}${said.join(language === 'zh' ? '、' : ', ')}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}

const lineWord: Text = { zh: '明细', en: 'line' };
const moreLine: Text = { zh: '新增明细', en: 'one more line' };

function both(say: (language: Language) => string): Text {
  return { zh: say('zh'), en: say('en') };
}
