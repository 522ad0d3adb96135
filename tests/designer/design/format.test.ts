import { describe, expect, it } from 'vitest';
import { moneyText } from '../../../designer/design/format-number.ts';
import { durationText, exactTime, nearTime } from '../../../designer/design/format-time.ts';
import { cssVariables } from '../../../designer/design/css-variables.ts';
import { lightTokens, type Tone } from '../../../designer/design/tokens.ts';

const zone = 'Asia/Shanghai';
const now = Date.parse('2026-03-01T10:30:00+08:00');

describe('times', () => {
  it.each([
    ['2026-03-01T10:29:40+08:00', '刚刚', 'just now'],
    ['2026-03-01T10:27:00+08:00', '3 分钟前', '3 min ago'],
    ['2026-03-01T10:52:00+08:00', '22 分钟后', 'in 22 min'],
    ['2026-03-01T00:05:00+08:00', '今天 00:05', 'today 00:05'],
    ['2026-02-28T23:55:00+08:00', '昨天 23:55', 'yesterday 23:55'],
    ['2026-03-02T18:00:00+08:00', '明天 18:00', 'tomorrow 18:00'],
    ['2026-01-05T09:00:00+08:00', '01-05 09:00', '01-05 09:00'],
    ['2025-12-12T00:03:11+08:00', '2025-12-12', '2025-12-12'],
  ])('tell %s as %s', (iso, zh, en) => {
    expect(nearTime(Date.parse(iso), now, 'zh', zone)).toBe(zh);
    expect(nearTime(Date.parse(iso), now, 'en', zone)).toBe(en);
  });

  it('are the company’s, wherever the screen stands', () => {
    expect(exactTime(Date.parse('2025-12-11T16:03:11Z'), zone)).toBe('2025-12-12 00:03:11');
  });

  it.each([
    [20_000, '不到 1 分钟'],
    [22 * 60_000, '22 分钟'],
    [3 * 3_600_000, '3 小时'],
    [(3 * 60 + 5) * 60_000, '3 小时 5 分钟'],
    [27 * 3_600_000, '27 小时'],
    [72 * 3_600_000, '3 天'],
  ])('last %d ms: %s', (ms, zh) => expect(durationText(ms, 'zh')).toBe(zh));
});

describe('money', () => {
  it.each([
    [236_000, '¥2,360.00'],
    [5, '¥0.05'],
    [-2000, '−¥20.00'],
  ])('%d fen is %s', (fen, text) => expect(moneyText(fen)).toBe(text));
});

/** Relative luminance and contrast as WCAG defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('tokens', () => {
  it.each(Object.entries<Tone>(lightTokens.tones))(
    '%s text reaches AA on its ground and on white',
    (_name, tone) => {
      expect(contrast(tone.text, tone.ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tone.text, lightTokens.card)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tone.text, lightTokens.ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('quiet text reaches AA wherever it stands', () => {
    for (const ink of [lightTokens.ink, lightTokens.inkSoft, lightTokens.inkFaint]) {
      for (const ground of [lightTokens.card, lightTokens.ground, lightTokens.hover, lightTokens.chosen]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(lightTokens.railInk, lightTokens.rail)).toBeGreaterThanOrEqual(4.5);
  });

  it('become CSS variables under plain names', () => {
    expect(cssVariables(lightTokens)).toMatchObject({
      '--ink-soft': lightTokens.inkSoft,
      '--radius': '10px',
      '--hold-ground': '#fff8e1',
    });
  });
});
