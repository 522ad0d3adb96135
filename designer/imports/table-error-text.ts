import type { Language } from '../../rules-library/schema/text.ts';
import { countText } from '../design/format-number.ts';
import { say } from '../i18n/use-texts.ts';
import { importsTexts } from './imports.texts.ts';
import { limits, megabyte, type TableError } from './reading/table.ts';

/** Why a file cannot be read, and the way round. */
export function tableErrorText({ problem, line }: TableError, language: Language): string {
  switch (problem) {
    case 'too-large':
      return say(language, importsTexts, 'tooLarge', { megabytes: limits.bytes / megabyte });
    case 'too-many-rows':
      return say(language, importsTexts, 'tooManyRows', { rows: countText(limits.rows) });
    case 'too-wide':
      return say(language, importsTexts, 'tooWide');
    case 'unpacks-too-large':
      return say(language, importsTexts, 'unpacksTooLarge');
    case 'old-excel':
      return say(language, importsTexts, 'oldExcel');
    case 'empty':
      return say(language, importsTexts, 'emptyFile');
    case 'too-slow':
      return say(language, importsTexts, 'tooSlow');
    case 'broken':
      return line === undefined
        ? say(language, importsTexts, 'broken')
        : say(language, importsTexts, 'brokenAt', { line });
  }
}
