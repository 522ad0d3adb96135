import type { AuditEntryView } from '../../rules-library/contract/audit.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { csvText } from '../design/csv.ts';
import { exactTime } from '../design/format-time.ts';
import { say } from '../i18n/use-texts.ts';
import { auditTexts } from './audit.texts.ts';

const heading = [
  'when',
  'person',
  'role',
  'did',
  'object',
  'what',
  'changes',
  'reason',
  'voucher',
  'release',
] as const;

/** Entries as CSV with a heading, in the words of the screen. */
export function auditFile(entries: readonly AuditEntryView[], language: Language): string {
  return csvText([
    heading.map((column) => say(language, auditTexts, column)),
    ...entries.map((entry) => [
      exactTime(Date.parse(entry.at)),
      entry.actorName[language],
      entry.roles.map((role) => role[language]).join('、'),
      entry.button[language] + (entry.refused ? ` (${say(language, auditTexts, 'refused')})` : ''),
      entry.object === null ? '' : `${entry.object.kind[language]} ${entry.object.name[language]}`,
      entry.text[language],
      entry.changes.map((change) => changeText(change, language)).join('; '),
      entry.reason ?? '',
      entry.voucher ?? '',
      entry.release === null ? '' : String(entry.release),
    ]),
  ]);
}

/** 「当前卡点：等付款 → 无」. */
export function changeText(change: AuditEntryView['changes'][number], language: Language): string {
  const { label, before, after } = change;
  const nothing = say(language, auditTexts, 'nothing');
  const values =
    before === null
      ? (after?.[language] ?? nothing)
      : `${before[language]} → ${after?.[language] ?? nothing}`;
  return `${label[language]}${language === 'zh' ? '：' : ': '}${values}`;
}
