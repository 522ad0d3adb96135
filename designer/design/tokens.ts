/**
 * The design tokens: every colour, radius and length that means something. Ant Design's theme, the CSS variables, the canvas
 * and charts all read them here; a dark theme is another object of this shape.
 */
export interface Tone {
  /** Text and icons; AA on white and on its own ground. */
  text: string;
  ground: string;
  /** Hair line around the ground. */
  line: string;
  /** Bars and dots: a fuller shade, never for text. */
  fill: string;
}

/** What colours mean. A word or an icon always goes with them. */
export type ToneName = 'primary' | 'rush' | 'danger' | 'hold' | 'good' | 'season' | 'movement' | 'neutral';

export interface Tokens {
  ground: string;
  card: string;
  line: string;
  lineSoft: string;
  /** Around things one can fill in or press. */
  lineStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  /** Behind a hovered or chosen row. */
  hover: string;
  chosen: string;
  rail: string;
  railChosen: string;
  railInk: string;
  railInkChosen: string;
  railBadge: string;
  tones: Record<ToneName, Tone>;
  focus: string;
  shadow: string;
  shadowHigh: string;
  radius: number;
  radiusSmall: number;
  radiusPill: number;
  space: number;
  motion: string;
  font: string;
  fontCode: string;
}

export const lightTokens: Tokens = {
  ground: '#f5f6f8',
  card: '#ffffff',
  line: '#e3e7ee',
  lineSoft: '#eef0f4',
  lineStrong: '#cfd5df',
  ink: '#1c2536',
  inkSoft: '#4a5568',
  inkFaint: '#5f6a7e',
  hover: '#f4f7fb',
  chosen: '#eef4ff',
  rail: '#101a2c',
  railChosen: '#1d3554',
  railInk: '#c3cddd',
  railInkChosen: '#ffffff',
  railBadge: '#ff8a80',
  tones: {
    primary: { text: '#0958d9', ground: '#e8f1ff', line: '#c6dcff', fill: '#0958d9' },
    rush: { text: '#c9340b', ground: '#fff2ec', line: '#ffd3c2', fill: '#e8501f' },
    danger: { text: '#cf1322', ground: '#fff1f0', line: '#ffccc7', fill: '#cf1322' },
    hold: { text: '#9c5d00', ground: '#fff8e1', line: '#f5dfa3', fill: '#d48806' },
    good: { text: '#237804', ground: '#eefbe7', line: '#bfe8a8', fill: '#52c41a' },
    season: { text: '#531dab', ground: '#f6f0ff', line: '#dcc8f7', fill: '#722ed1' },
    movement: { text: '#006d75', ground: '#e6fffb', line: '#a9e6de', fill: '#08979c' },
    neutral: { text: '#4a5568', ground: '#f0f2f5', line: '#dde1e8', fill: '#98a2b3' },
  },
  focus: '#0958d9',
  shadow: '0 1px 2px rgb(16 26 44 / 4%)',
  shadowHigh: '0 12px 32px rgb(16 26 44 / 16%), 0 2px 6px rgb(16 26 44 / 8%)',
  radius: 10,
  radiusSmall: 7,
  radiusPill: 999,
  space: 8,
  motion: '140ms',
  font: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif',
  fontCode:
    '"JetBrains Mono", "SF Mono", Consolas, "Noto Sans Mono CJK SC", "WenQuanYi Micro Hei Mono", monospace',
};
