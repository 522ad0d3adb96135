import { layerIds, layerLabel, type Layer } from '../../rules-library/choices/layers.ts';
import type { BalanceView } from '../../rules-library/contract/stock.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { ToneName } from '../design/tokens.ts';
import { textOf } from '../i18n/text-of.ts';
import { stockTexts } from './stock.texts.ts';

/** A piece of the bar of a balance: units that share one fate. */
export interface Segment {
  id: string;
  /** `locked` solid, `floor` striped, `free` and `blocked` of their own. */
  look: 'locked' | 'floor' | 'free' | 'blocked';
  tone: ToneName;
  label: Text;
  units: number;
}

/** The colour of a layer, wherever it stands. */
export const layerTones: Record<Layer, ToneName> = {
  rush: 'rush',
  gold: 'hold',
  silver: 'season',
  standard: 'primary',
  unpaid: 'movement',
};

export type Divided = Pick<BalanceView, 'reservedBy' | 'band' | 'open' | 'blocked'>;

/**
 * A balance as the pieces of a bar that add up to what is on hand: what is locked by layer, what is set aside by layer, what is free, what
 * is blocked. Pieces without units are left out.
 */
export function segmentsOf({ reservedBy, band, open, blocked }: Divided): Segment[] {
  const named = (key: 'lockedIn' | 'floorOf', layer: Layer): Text => {
    const label = layerLabel(layer);
    const said = textOf(stockTexts, key, { layer: label.zh });
    return { zh: said.zh, en: textOf(stockTexts, key, { layer: label.en }).en };
  };
  const pieces: Segment[] = [
    ...layerIds.map((layer): Segment => ({
      id: `locked-${layer}`,
      look: 'locked',
      tone: layerTones[layer],
      label: named('lockedIn', layer),
      units: reservedBy[layer] ?? 0,
    })),
    ...layerIds.map((layer): Segment => ({
      id: `floor-${layer}`,
      look: 'floor',
      tone: layerTones[layer],
      label: named('floorOf', layer),
      units: band[layer] ?? 0,
    })),
    { id: 'free', look: 'free', tone: 'good', label: textOf(stockTexts, 'open'), units: open },
    { id: 'blocked', look: 'blocked', tone: 'neutral', label: textOf(stockTexts, 'blocked'), units: blocked },
  ];
  return pieces.filter(({ units }) => units > 0);
}
