import { describe, expect, it } from 'vitest';
import type { TextSource, TopicTexts } from '../../../designer/i18n/define-texts.ts';
import { say } from '../../../designer/i18n/use-texts.ts';
import { homeTexts } from '../../../designer/home/home.texts.ts';

// Every topic of the designer, whoever wrote it.
const files = import.meta.glob<Record<string, unknown>>('../../../designer/**/*.texts.ts', { eager: true });
const topics = Object.values(files)
  .flatMap((file) => Object.values(file))
  .filter(
    (value): value is TopicTexts<Record<string, TextSource>> =>
      typeof value === 'object' && value !== null && 'topic' in value && 'source' in value,
  );
const texts = topics.flatMap(({ topic, source }) =>
  Object.entries(source).map(([key, { zh, en }]) => ({
    key: `${topic}.${key}`,
    zh,
    en: typeof en === 'string' ? [en] : [en.one, en.other],
  })),
);
const names = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('texts of the screens', () => {
  it('are all found', () => expect(topics.length).toBeGreaterThanOrEqual(8));

  it('belong to one topic each', () => {
    const ids = topics.map(({ topic }) => topic);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are said in both languages with the same values', () => {
    const wrong = texts.filter(
      ({ zh, en }) =>
        [zh, ...en].some((text) => text.trim() === '') ||
        en.some((text) => names(text).some((name) => !names(zh).includes(name))) ||
        names(en.at(-1)!).join(' ') !== names(zh).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  it('have Chinese punctuation, no exclamation marks and no technical words', () => {
    const wrong = texts.filter(
      ({ zh, en }) =>
        /[\u4e00-\u9fff][,:;?()]|[,:;?()][\u4e00-\u9fff]/.test(zh) ||
        /[!！]/.test([zh, ...en].join(' ')) ||
        /字段|接口|JSON|null|API|百分位|成功/.test(zh) ||
        /\b(JSON|null|API|percentile|endpoint|payload|successful(ly)?)\b/i.test(en.join(' ')),
    );
    expect(wrong).toEqual([]);
  });

  it('count in English', () => {
    expect(say('en', homeTexts, 'moreHeld', { count: 1 })).toBe('1 more is held');
    expect(say('en', homeTexts, 'moreHeld', { count: 3 })).toBe('3 more are held');
    expect(say('zh', homeTexts, 'moreHeld', { count: 1 })).toBe('另有 1 单卡住');
  });
});
