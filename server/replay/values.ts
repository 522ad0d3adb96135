import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Column } from './columns.ts';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

/** A cell read into the value an order carries, or the reason it cannot be. */
export type Parsed = { value: unknown } | { reason: Text };

const written = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const yes = new Set(['1', 'y', 'yes', 'true', '是', '加急', '√', '✓']);
const no = new Set(['0', 'n', 'no', 'false', '否', '不加急', '普通', '×']);

/** Reads one cell; times without an offset are in the company's zone, money is in yuan. */
export function parseCell(column: Column, cell: string, zone: string): Parsed {
  const text = cell.normalize('NFKC').trim();
  switch (column.kind) {
    case 'text':
      return { value: cell.trim() };
    case 'integer': {
      const number = Number(text.replaceAll(',', ''));
      return Number.isInteger(number) ? { value: number } : wrong(text, '不是整数', 'is no whole number');
    }
    case 'money':
      return parseMoney(text);
    case 'yes-no': {
      const word = text.toLowerCase();
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : wrong(text, '要写「是」或「否」', 'has to be yes or no');
    }
    case 'choice': {
      const value = column.choices?.[text] ?? column.choices?.[text.toLowerCase()];
      if (value !== undefined) return { value };
      // A channel may be one the company added; tiers and payment states are closed lists.
      if (column.field === 'channel' && /^[a-z][a-z0-9_-]{0,39}$/.test(text)) return { value: text };
      return wrong(text, `不认识,可以写:${words(column)}`, `is not known; write one of ${words(column)}`);
    }
    case 'time':
      return parseTime(text, zone);
  }
}

function words(column: Column): string {
  return Object.keys(column.choices ?? {}).join(', ');
}

function wrong(text: string, zh: string, en: string): Parsed {
  return { reason: { zh: `「${text}」${zh}`, en: `"${text}" ${en}` } };
}

function parseMoney(text: string): Parsed {
  const match = /^(?:¥|CNY|RMB)?\s*(-?\d{1,3}(?:,\d{3})*|-?\d+)(?:\.(\d{1,2}))?\s*元?$/i.exec(text);
  if (match === null) return wrong(text, '不是金额,例如 1,299.50', 'is no amount such as 1,299.50');
  const yuan = Number(match[1]!.replaceAll(',', ''));
  const fen = Number((match[2] ?? '').padEnd(2, '0'));
  return { value: yuan * 100 + (text.includes('-') ? -fen : fen) };
}

function parseTime(text: string, zone: string): Parsed {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const at = new Date(text);
    if (!Number.isNaN(at.getTime())) return { value: at.toISOString() };
  }
  const [, year, month, day, hours = '0', minutes = '00', seconds = '00'] =
    written.exec(text.replace('T', ' ').replace(/\.\d+$/, '')) ?? [];
  const plain = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')} ${hours.padStart(2, '0')}:${minutes}:${seconds}`;
  // Strict, so that the 45th of a month is refused rather than rolled over.
  if (dayjs(plain, 'YYYY-MM-DD HH:mm:ss', true).isValid()) {
    return { value: dayjs.tz(plain, 'YYYY-MM-DD HH:mm:ss', zone).toISOString() };
  }
  return wrong(text, '不是时间,例如 2025-12-12 00:03', 'is no time such as 2025-12-12 00:03');
}
