import { channels } from '../../rules-library/choices/channels.ts';
import { tiers } from '../../rules-library/choices/tiers.ts';
import type { Choice } from '../../rules-library/define/fact.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { moneyText } from '../design/format-number.ts';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { say } from '../i18n/use-texts.ts';

/** What a field of an item is called; a place inside it (`entries[3]`) by the field. */
export function fieldLabel({ columns }: ImportKindDefinition, path: string): Text {
  const field = path.split(/[.[]/, 1)[0]!;
  return columns.find((column) => column.field === field)?.label ?? { zh: path, en: path };
}

/** A field's value as people read it. */
export function valueText(
  { columns }: ImportKindDefinition,
  field: string,
  value: unknown,
  language: Language,
): string {
  const types = columns.filter((column) => column.field === field).map(({ type }) => type);
  if (typeof value === 'number') return types.includes('yuan') ? moneyText(value) : String(value);
  if (typeof value === 'boolean') return say(language, partsTexts, value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map(String).join(language === 'zh' ? '、' : ', ');
  if (typeof value !== 'string') return '';
  if (types.includes('channel')) return labelOf(channels, value, language);
  return types.includes('tier') ? labelOf(tiers, value, language) : value;
}

function labelOf(choices: readonly Choice[], value: string, language: Language): string {
  return choices.find((choice) => choice.value === value)?.label[language] ?? value;
}
