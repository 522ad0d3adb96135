import type { Language } from '../schema/text.ts';

const formats = new Map<number, Intl.NumberFormat>();

/** `18,204` or `12.5`; the minus is a real one. What is no number is written as it is. */
export function numberText(value: number, most = 6): string {
  if (!Number.isFinite(value)) return String(value);
  let format = formats.get(most);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { maximumFractionDigits: most });
    formats.set(most, format);
  }
  const text = format.format(Math.abs(value));
  return value < 0 && text !== '0' ? `−${text}` : text;
}

const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Fen as `¥5,000`, or `¥5,000.50` where there are any. */
export function moneyText(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const yuan = Math.abs(fen) / 100;
  return `${sign}¥${Number.isInteger(yuan) ? numberText(yuan) : cents.format(yuan)}`;
}

const units = {
  minute: { zh: '分钟', en: 'minute' },
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '天', en: 'day' },
} as const;

/** `48 小时`, `1 hour`, `26.5 hours`. */
export function unitText(amount: number, unit: keyof typeof units, language: Language): string {
  const text = numberText(amount, 2);
  if (language === 'zh') return `${text} ${units[unit].zh}`;
  return `${text} ${units[unit].en}${text === '1' || text === '−1' ? '' : 's'}`;
}

/** Minutes in words, without rounding whole ones: `1 小时 30 分钟`, `36 小时`, `2 天 1 分钟`. */
export function minutesText(minutes: number, language: Language): string {
  if (!Number.isInteger(minutes)) return unitText(minutes, 'minute', language);
  const all = Math.abs(minutes);
  const days = all < 2880 ? 0 : Math.floor(all / 1440);
  const hours = Math.floor((all - days * 1440) / 60);
  const rest = all % 60;
  const parts = [
    ...(days > 0 ? [unitText(days, 'day', language)] : []),
    ...(hours > 0 ? [unitText(hours, 'hour', language)] : []),
    ...(rest > 0 || all === 0 ? [unitText(rest, 'minute', language)] : []),
  ];
  return `${minutes < 0 ? '−' : ''}${parts.join(' ')}`;
}

/** Grams: `800 克`, `3.8 公斤`. */
export function weightText(grams: number, language: Language): string {
  if (Math.abs(grams) < 1000) return `${numberText(grams)} ${language === 'zh' ? '克' : 'g'}`;
  return `${numberText(grams / 1000)} ${language === 'zh' ? '公斤' : 'kg'}`;
}

/** Cubic centimetres: `800 立方厘米`, `3 升`, `1.2 立方米`. */
export function volumeText(volume: number, language: Language): string {
  const size = Math.abs(volume);
  if (size < 1000) return `${numberText(volume)} ${language === 'zh' ? '立方厘米' : 'cm³'}`;
  if (size < 1_000_000) return `${numberText(volume / 1000)} ${language === 'zh' ? '升' : 'L'}`;
  return `${numberText(volume / 1_000_000)} ${language === 'zh' ? '立方米' : 'm³'}`;
}
