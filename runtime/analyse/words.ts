import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import {
  contextOf,
  formatFact,
  labelOfFact,
  plainText,
  sentenceOfCondition,
} from '../../rules-library/sentences/index.ts';
import type { Formula } from '../solve/formula.ts';
import type { FindingNames } from './naming.ts';

export function both(say: (language: Language) => string): Text {
  return { zh: say('zh'), en: say('en') };
}

/** Texts in both languages with texts in their `{0}`, `{1}` … put in. */
export function fill(text: Text, ...parts: readonly (Text | string)[]): Text {
  return both((language) =>
    text[language].replace(/\{(\d)\}/g, (_, index: string) => {
      const part = parts[Number(index)];
      return typeof part === 'string' ? part : (part?.[language] ?? '');
    }),
  );
}

/** What a rule does and which it is: 「挂起订单：信用超限」（credit/hold）. */
export function ruleWords(
  { id, event }: JsonRule,
  { vocabulary, names }: { vocabulary: Vocabulary; names: FindingNames },
): Text {
  const name = names.rule?.(id) ?? { zh: id, en: id };
  const command = vocabulary.commands.get(event.type);
  const label = (command ?? vocabulary.blocks.get(event.type))?.label;
  return both((language) => {
    const context = contextOf(language, vocabulary);
    const said = command?.sentence?.(event.params ?? {}, context);
    const does = said === undefined ? (label?.[language] ?? event.type) : plainText(said);
    return language === 'zh' ? `「${does}」（${name.zh}）` : `"${does}" (${name.en})`;
  });
}

/** A condition in words, as it is written in the rule. */
export function formulaWords(formula: Formula, vocabulary: Vocabulary): Text {
  const condition = conditionOf(formula);
  return both((language) => {
    const said = plainText(sentenceOfCondition(condition, language, vocabulary));
    return language === 'zh' ? `「${said}」` : `"${said}"`;
  });
}

function conditionOf(formula: Formula): Condition {
  switch (formula.kind) {
    case 'test': {
      const { fact, operator, value, path } = formula.source;
      return { fact, operator, value, ...(path === undefined ? {} : { path }) } as Condition;
    }
    case 'not':
      return { not: conditionOf(formula.part) };
    case 'all':
      return { all: formula.parts.map(conditionOf) };
    case 'any':
      return { any: formula.parts.map(conditionOf) };
  }
}

/** An example order in words: 「客户等级 铜级，订单金额 ¥3,000」. Events and special times are left to the reader's knowledge. */
export function factsWords(facts: Facts, vocabulary: Vocabulary): Text {
  return both((language) => {
    const context = contextOf(language, vocabulary);
    const told = Object.entries(facts)
      .filter(([fact]) => !fact.startsWith('event.') && fact !== 'lines')
      .map(
        ([fact, value]) =>
          `${labelOfFact(fact, context)} ${formatFact(vocabulary.facts.get(fact), value, language)}`,
      );
    if (told.length === 0) return language === 'zh' ? '任何订单' : 'any order';
    return told.join(language === 'zh' ? '，' : ', ');
  });
}

/** 「甲」与「乙」. */
export function listWords(texts: readonly Text[]): Text {
  return both((language) => texts.map((text) => text[language]).join(language === 'zh' ? '与' : ' and '));
}
