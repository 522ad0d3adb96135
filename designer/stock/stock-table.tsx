import { Link, useNavigate } from 'react-router';
import type { BalanceView } from '../../rules-library/contract/stock.ts';
import { countText } from '../design/format-number.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { LayerBar, LayerLegend } from './layer-bar.tsx';
import { segmentsOf } from './segments.ts';
import { stockTexts } from './stock.texts.ts';
import { stockAddress, warehouseText } from './warehouse-text.ts';

/** The list at a desk: a row per warehouse and SKU, its bar with its figures. */
export function StockTable({ rows, cursor }: { rows: readonly BalanceView[]; cursor: string | undefined }) {
  const t = useTexts(stockTexts);
  const navigate = useNavigate();
  const most = Math.max(...rows.map(({ onHand }) => onHand));
  return (
    <div className="stock-scroll" role="region" aria-label={t('list')} tabIndex={0}>
      <table className="table stock-table" aria-label={t('list')}>
        <thead>
          <tr>
            <th scope="col">{t('warehouse')}</th>
            <th scope="col">{t('sku')}</th>
            <th scope="col" className="stock-bars">
              {t('layers')}
            </th>
            <th scope="col" className="number">
              {t('onHand')}
            </th>
            <th scope="col" className="number">
              {t('open')}
            </th>
            <th scope="col" className="number">
              {t('held')}
            </th>
            <th scope="col" className="number">
              {t('confirmed')}
            </th>
            <th scope="col" className="number">
              {t('blocked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              data-stock={row.key}
              className={row.key === cursor ? 'stock-cursor' : ''}
              // The link is the keyboard's way; the row is a larger target for the pointer.
              onClick={(event) => {
                if (!(event.target instanceof Element) || event.target.closest('a') === null)
                  void navigate(stockAddress(row.warehouse, row.sku));
              }}
            >
              <td>{warehouseText(row)}</td>
              <td>
                <Link className="stock-link" to={stockAddress(row.warehouse, row.sku)}>
                  {row.sku}
                </Link>
                {row.name === null ? null : <div className="faint stock-name">{row.name}</div>}
              </td>
              <td className="stock-bars">
                <LayerBar balance={row} most={most} />
                <LayerLegend segments={segmentsOf(row)} />
              </td>
              <td className="number">
                <strong>{countText(row.onHand)}</strong>
              </td>
              <td className="number">{countText(row.open)}</td>
              <td className="number">{countText(row.held)}</td>
              <td className="number">{countText(row.confirmed)}</td>
              <td className="number">{countText(row.blocked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
