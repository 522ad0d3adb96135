import { Link } from 'react-router';
import type { ReservationView } from '../../rules-library/contract/stock.ts';
import { countText } from '../design/format-number.ts';
import { TimeText } from '../design/parts/time-text.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { LockButtons, LockEnd, LockLayer, LockOrder, LockState } from './lock-parts.tsx';
import { stockTexts } from './stock.texts.ts';
import { stockAddress, warehouseText } from './warehouse-text.ts';

export interface LockTableProps {
  locks: readonly ReservationView[];
  /** Each lock's own place: in a list of several. */
  places?: boolean;
}

/** Locks with the order behind each and their buttons: rows at a desk, cards on a phone. */
export function LockTable({ locks, places = false }: LockTableProps) {
  const t = useTexts(stockTexts);
  const phone = useNarrow(900);
  if (phone) {
    return (
      <ul className="lock-cards">
        {locks.map((lock) => (
          <li key={lock.id} data-lock={lock.id}>
            <LockOrder lock={lock} />
            {places ? <LockPlace lock={lock} /> : null}
            <strong>{countText(lock.quantity)}</strong>
            <LockLayer lock={lock} />
            <LockState lock={lock} />
            <LockEnd lock={lock} />
            <span className="lock-end">
              <LockButtons lock={lock} />
            </span>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="stock-scroll" role="region" aria-label={t('locks')} tabIndex={0}>
      <table className="table" aria-label={t('locks')}>
        <thead>
          <tr>
            <th scope="col">{t('order')}</th>
            {places ? <th scope="col">{t('sku')}</th> : null}
            <th scope="col" className="number">
              {t('units')}
            </th>
            <th scope="col">{t('layer')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('ends')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {locks.map((lock) => (
            <tr key={lock.id} data-lock={lock.id}>
              <td>
                <LockOrder lock={lock} />
              </td>
              {places ? (
                <td>
                  <LockPlace lock={lock} />
                </td>
              ) : null}
              <td className="number">{countText(lock.quantity)}</td>
              <td>
                <LockLayer lock={lock} />
              </td>
              <td>
                <LockState lock={lock} />
              </td>
              <td>
                <LockEnd lock={lock} />
              </td>
              <td>
                <TimeText at={lock.at} />
              </td>
              <td className="number">
                <LockButtons lock={lock} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LockPlace({ lock }: { lock: ReservationView }) {
  return (
    <span>
      <Link to={stockAddress(lock.warehouse, lock.sku)}>{lock.sku}</Link>{' '}
      <span className="faint">{warehouseText(lock)}</span>
    </span>
  );
}
