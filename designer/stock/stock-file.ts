import { layerIds, layerLabel } from '../../rules-library/choices/layers.ts';
import type { BalanceView } from '../../rules-library/contract/stock.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { csvText } from '../design/csv.ts';
import { say } from '../i18n/use-texts.ts';
import { stockTexts } from './stock.texts.ts';

const figures = ['onHand', 'open', 'held', 'confirmed', 'blocked'] as const;

/** The rows that are seen as CSV: figures, then what is locked and set aside by layer. */
export function stockFile(rows: readonly BalanceView[], language: Language): string {
  const t = (key: 'warehouse' | 'skuNumber' | 'sku' | (typeof figures)[number]): string =>
    say(language, stockTexts, key);
  const byLayer = (key: 'lockedIn' | 'floorOf'): string[] =>
    layerIds.map((layer) => say(language, stockTexts, key, { layer: layerLabel(layer)[language] }));
  return csvText([
    [
      t('warehouse'),
      t('skuNumber'),
      t('sku'),
      ...figures.map(t),
      ...byLayer('lockedIn'),
      ...byLayer('floorOf'),
    ],
    ...rows.map((row) => [
      row.warehouse,
      row.sku,
      row.name ?? '',
      ...figures.map((figure) => String(row[figure])),
      ...layerIds.map((layer) => String(row.reservedBy[layer] ?? 0)),
      ...layerIds.map((layer) => String(row.band[layer] ?? 0)),
    ]),
  ]);
}
