import { countText } from '../design/format-number.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import './layer-bar.css';
import { segmentsOf, type Divided, type Segment } from './segments.ts';
import { stockTexts } from './stock.texts.ts';

export interface LayerBarProps {
  balance: Divided;
  /** Units a full bar stands for, so that several bars can be compared; absent: what is on hand. */
  most?: number | undefined;
}

/** What is on hand as one stacked bar; its figures are read aloud and shown on hover. */
export function LayerBar({ balance, most }: LayerBarProps) {
  const t = useTexts(stockTexts);
  const text = useText();
  const segments = segmentsOf(balance);
  const onHand = segments.reduce((sum, { units }) => sum + units, 0);
  const full = Math.max(most ?? onHand, onHand, 1);
  const said = segments.map(({ label, units }) => `${text(label)} ${countText(units)}`).join(' · ');
  return (
    <span className="layer-bar" role="img" aria-label={said === '' ? t('nothingHere') : said}>
      {segments.map(({ id, look, tone, label, units }) => (
        <span
          key={id}
          className={`layer-piece piece-${look} tone-${tone}`}
          style={{ width: `${(100 * units) / full}%` }}
          title={`${text(label)} ${countText(units)}`}
        />
      ))}
    </span>
  );
}

/** What the colours of a bar mean, with its figures: the word and the number beside the colour. */
export function LayerLegend({ segments }: { segments: readonly Segment[] }) {
  const text = useText();
  return (
    <ul className="layer-legend">
      {segments.map(({ id, look, tone, label, units }) => (
        <li key={id}>
          <span className={`layer-dot piece-${look} tone-${tone}`} aria-hidden />
          {text(label)} <strong>{countText(units)}</strong>
        </li>
      ))}
    </ul>
  );
}
