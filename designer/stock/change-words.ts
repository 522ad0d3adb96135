import { layerIds, layerLabel } from '../../rules-library/choices/layers.ts';
import type { LedgerLineView } from '../../rules-library/contract/stock.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { countText } from '../design/format-number.ts';
import { say } from '../i18n/use-texts.ts';
import { stockTexts } from './stock.texts.ts';

type Changes = LedgerLineView['changes'];

/** Units that came in or went out. */
export function unitsOf({ onHand }: Changes): number {
  return onHand ?? 0;
}

/** What moved between the buckets, in words: 「可用 −2 · 金层已锁 +2」. What only repeats the figure on hand is left out. */
export function changeWords(changes: Changes): Text {
  return { zh: wordsIn(changes, 'zh'), en: wordsIn(changes, 'en') };
}

function wordsIn({ open, blocked, band, reservedBy, held, confirmed }: Changes, language: Language): string {
  const signed = (label: string, units: number | undefined): string[] =>
    units === undefined || units === 0
      ? []
      : [`${label} ${units > 0 ? '+' : '−'}${countText(Math.abs(units))}`];
  const byLayer = (key: 'lockedIn' | 'floorOf', units: Changes['band']): string[] =>
    layerIds.flatMap((layer) =>
      signed(say(language, stockTexts, key, { layer: layerLabel(layer)[language] }), units?.[layer]),
    );
  // Confirming moves units from held to confirmed and no layer.
  const settled = Object.keys(reservedBy ?? {}).length === 0;
  return [
    ...signed(say(language, stockTexts, 'open'), open),
    ...byLayer('floorOf', band),
    ...byLayer('lockedIn', reservedBy),
    ...(settled ? signed(say(language, stockTexts, 'held'), held) : []),
    ...(settled ? signed(say(language, stockTexts, 'confirmed'), confirmed) : []),
    ...signed(say(language, stockTexts, 'blocked'), blocked),
  ].join(' · ');
}
