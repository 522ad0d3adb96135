import type { LedgerLineView } from '../../rules-library/contract/stock.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { stepsBefore, type Level } from './levels.ts';
import { stockTexts } from './stock.texts.ts';

const width = 640;
const height = 92;

export interface StockPlotProps {
  /** As it is now. */
  now: Level;
  /** The newest first. */
  lines: readonly LedgerLineView[];
}

/** On hand and free after each of the last movements, oldest at the left, from zero up. */
export function StockPlot({ now, lines }: StockPlotProps) {
  const t = useTexts(stockTexts);
  if (lines.length < 2) return null;
  const levels = stepsBefore(now, lines);
  const most = Math.max(1, ...levels.map(({ onHand }) => onHand));
  const x = (at: number): string => ((at / (levels.length - 1)) * width).toFixed(1);
  const y = (units: number): string => (height - 3 - (units / most) * (height - 8)).toFixed(1);
  /** A level holds until the next movement. */
  const path = (of: (level: Level) => number): string =>
    levels.map((level, at) => (at === 0 ? `M0,${y(of(level))}` : `H${x(at)}V${y(of(level))}`)).join('');
  const label = t('plot', { count: lines.length });
  return (
    <figure>
      <svg
        className="stock-plot"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <title>{label}</title>
        <path className="plot-hand" d={path(({ onHand }) => onHand)} />
        <path className="plot-open" d={path(({ free }) => free)} />
      </svg>
      <figcaption className="plot-legend soft">
        <span>{t('plotOnHand')}</span>
        <span className="plot-legend-open">{t('plotOpen')}</span>
      </figcaption>
    </figure>
  );
}
