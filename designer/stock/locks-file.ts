import { layerLabel } from '../../rules-library/choices/layers.ts';
import { reservationStates } from '../../rules-library/choices/reservation-states.ts';
import type { ReservationView } from '../../rules-library/contract/stock.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { csvText } from '../design/csv.ts';
import { exactTime } from '../design/format-time.ts';
import { say } from '../i18n/use-texts.ts';
import { stockTexts } from './stock.texts.ts';

const heads = ['order', 'warehouse', 'skuNumber', 'units', 'layer', 'state', 'since', 'ends'] as const;

/** The locks that are seen, as CSV with a heading. */
export function locksFile(locks: readonly ReservationView[], language: Language): string {
  const time = (at: string | null): string => (at === null ? '' : exactTime(Date.parse(at)));
  return csvText([
    heads.map((head) => say(language, stockTexts, head)),
    ...locks.map((lock) => [
      lock.orderNumber ?? lock.order,
      lock.warehouse,
      lock.sku,
      String(lock.quantity),
      layerLabel(lock.layer)[language],
      choiceLabel(reservationStates, lock.state)[language],
      time(lock.at),
      time(lock.expiresAt),
    ]),
  ]);
}
