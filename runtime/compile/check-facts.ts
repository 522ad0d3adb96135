import type { SubjectKind } from '../../rules-library/define/block.ts';
import type { FactDefinition, FactScope } from '../../rules-library/define/fact.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Problems } from './problems.ts';

/** What conditions of a node may refer to. */
export interface ConditionScope {
  vocabulary: Vocabulary;
  /** What the trigger gives; undefined when there is no telling. */
  subject: SubjectKind | undefined;
  /** Results of blocks that stand before this one; undefined for those without a type. */
  results: ReadonlyMap<string, FactDefinition | undefined>;
  /** Line facts may be used (inside a line condition). */
  lines: boolean;
  /** The trigger tells what changed. */
  changes: boolean;
}

/** Facts each subject has besides those of the event, the actor and the company. */
const scopesOf: Partial<Record<SubjectKind, readonly FactScope[]>> = {
  order: ['order', 'line', 'change'],
  stock: ['stock', 'sku'],
  sku: ['sku'],
  transfer: ['transfer'],
  case: ['case', 'order', 'line'],
};
const everywhere: ReadonlySet<FactScope> = new Set<FactScope>(['event', 'actor', 'company']);

function isOf(subject: SubjectKind | undefined, scope: FactScope): boolean {
  return subject === undefined || everywhere.has(scope) || (scopesOf[subject] ?? []).includes(scope);
}

/** The definition of a fact conditions may refer to: a standard one, or a typed result. */
export function definitionOf(
  id: string,
  { vocabulary, results }: Pick<ConditionScope, 'vocabulary' | 'results'>,
): FactDefinition | undefined {
  return vocabulary.facts.get(id) ?? results.get(id);
}

export type Where = { node: string; path?: string };

/** The definition of a fact that may be used here; undefined for what has no type, and after telling a problem. */
export function checkFact(
  id: string,
  scope: ConditionScope,
  where: Where,
  problems: Problems,
): FactDefinition | undefined {
  if (/^(custom|list|table)\./.test(id)) return undefined;
  const fact = scope.vocabulary.facts.get(id);
  if (fact === undefined) {
    if (!scope.results.has(id)) problems.error('unknown-fact', unknownFact(id), where);
    return scope.results.get(id);
  }
  const { label } = fact;
  if (fact.hidden === true) {
    problems.error(
      'hidden-fact',
      { zh: `「${label.zh}」不能用在条件里`, en: `"${label.en}" cannot be used in conditions` },
      where,
    );
  } else if (!isOf(scope.subject, fact.scope)) {
    problems.error(
      'other-subject',
      {
        zh: `这个触发给不了「${label.zh}」，请换触发或换一项业务数据`,
        en: `This trigger does not give "${label.en}"; change the trigger or choose other business data`,
      },
      where,
    );
  } else if (fact.scope === 'line' && !scope.lines) {
    problems.error(
      'line-fact',
      {
        zh: `「${label.zh}」是明细的数据，请放进「明细条件」`,
        en: `"${label.en}" belongs to a line; use a line condition`,
      },
      where,
    );
  } else if (fact.scope === 'change' && !scope.changes) {
    problems.error(
      'change-fact',
      {
        zh: `「${label.zh}」只在「订单改动」触发时才有`,
        en: `"${label.en}" exists only when an order was changed`,
      },
      where,
    );
  }
  return fact;
}

/** Whether nobody provides a fact of this name. */
export function isUnknown(id: string, { vocabulary, results }: ConditionScope): boolean {
  return !/^(custom|list|table)\./.test(id) && !vocabulary.facts.has(id) && !results.has(id);
}

export function unknownFact(id: string): Text {
  return {
    zh: `没有「${id}」这项业务数据，请重新选择`,
    en: `There is no business data "${id}"; choose again`,
  };
}
