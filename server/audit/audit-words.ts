import { gatedCommands } from '../../rules-library/choices/gated-commands.ts';
import { roles as roleChoices } from '../../rules-library/choices/index.ts';
import type { AuditEntryView } from '../../rules-library/contract/audit.ts';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { formatFact, labelOfChoice } from '../../rules-library/sentences/format-fact.ts';
import { fieldLabels, hiddenFields } from './field-labels.ts';
import { shownText } from './without-personal.ts';

/** Where a short field name may stand for a fact: `holds` for `order.holds`. */
const scopes = ['order', 'line', 'balance', 'customer', 'payment', 'transfer', 'delivery'] as const;

const nothing: Text = { zh: '空', en: 'nothing' };
const notNamed: Text = { zh: '其他内容', en: 'Other content' };

/** Fields before and after, side by side, each by its label and as people write its value; what only machines read is left out. */
export function changesOf(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): AuditEntryView['changes'] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .filter((field) => !hiddenFields.has(field))
    .map((field) => {
      const fact = factOf(field);
      return {
        label: labelOf(field, fact),
        before: before !== null && field in before ? valueText(before[field], fact) : null,
        after: after !== null && field in after ? valueText(after[field], fact) : null,
      };
    });
}

/** The roles of who pressed, by their labels. */
export function roleLabels(roles: readonly string[]): Text[] {
  return roles.map((role) => ({
    zh: labelOfChoice(roleChoices, role, 'zh'),
    en: labelOfChoice(roleChoices, role, 'en'),
  }));
}

/** The label of a button, also of one that is pressed elsewhere only; one that is gone is told by its name. */
export function buttonLabel(name: string): Text {
  const known = vocabulary.commands.get(name) ?? gatedCommands.find(({ value }) => value === name);
  return known?.label ?? { zh: name, en: name };
}

function factOf(field: string): FactDefinition | undefined {
  const own = vocabulary.facts.get(field);
  if (own !== undefined) return own;
  for (const scope of scopes) {
    const fact = vocabulary.facts.get(`${scope}.${field}`);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

function labelOf(field: string, fact: FactDefinition | undefined): Text {
  if (field.startsWith('custom.')) {
    const name = field.slice('custom.'.length);
    return { zh: name, en: name };
  }
  return fieldLabels[field] ?? fact?.label ?? notNamed;
}

function valueText(value: unknown, fact: FactDefinition | undefined): Text {
  return { zh: inWords(value, fact, 'zh'), en: inWords(value, fact, 'en') };
}

/** Nested fields are told one by one; nothing there is told as such. */
function inWords(value: unknown, fact: FactDefinition | undefined, language: Language): string {
  if (value === null) return nothing[language];
  if (Array.isArray(value)) {
    const entries = value.map((item) => inWords(item, fact, language));
    return entries.length === 0
      ? formatFact(fact, value, language)
      : entries.join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'string') return shownText(formatFact(fact, value, language));
  if (typeof value !== 'object') return formatFact(fact, value, language);
  if (isText(value)) return shownText(value[language]);
  const inner = Object.entries(value).filter(([field]) => !hiddenFields.has(field));
  const told = inner.map(([field, one]) => {
    const own = factOf(field);
    return `${labelOf(field, own)[language]} ${inWords(one, own, language)}`;
  });
  return told.join(language === 'zh' ? '，' : ', ');
}

/** Said in both languages already. */
function isText(value: object): value is Text {
  return Object.keys(value).length === 2 && 'zh' in value && 'en' in value && typeof value.zh === 'string';
}
