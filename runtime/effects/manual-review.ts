import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { isGateEvent } from '../compile/guard-rules.ts';

interface Situation {
  facts: Facts;
  vocabulary: Vocabulary;
  subject: string;
}

/** What stands in for an action that lacks data: a gate stays shut, an order waits, else operations are told. */
export function manualReview(
  missing: readonly string[],
  { facts, vocabulary, subject }: Situation,
): { command: string; input: Record<string, unknown> } {
  const event = Object.hasOwn(facts, 'event.type') ? facts['event.type'] : undefined;
  const text = textOf(missing, vocabulary);
  if (typeof event === 'string' && isGateEvent(event)) {
    return { command: 'deny', input: { code: 'manual-review', text } };
  }
  if (subject.startsWith('order:')) return { command: 'hold-order', input: { code: 'manual-review' } };
  const to = [{ role: 'operations' }];
  return { command: 'raise-alert', input: { kind: 'manual-review', level: 'warn', to, text } };
}

function textOf(missing: readonly string[], vocabulary: Vocabulary): Text {
  const names = (language: Language): string[] => [
    ...new Set(missing.flatMap((fact) => vocabulary.facts.get(fact)?.label[language] ?? [])),
  ];
  const [zh, en] = [names('zh'), names('en')];
  return {
    zh: `规则的动作缺少数据${zh.length > 0 ? `（${zh.join('、')}）` : ''}，请人工处理`,
    en: `An action of a rule lacks data${en.length > 0 ? ` (${en.join(', ')})` : ''}; please decide`,
  };
}
