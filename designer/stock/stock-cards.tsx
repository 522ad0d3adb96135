import { Link } from 'react-router';
import type { BalanceView } from '../../rules-library/contract/stock.ts';
import { countText } from '../design/format-number.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { LayerBar, LayerLegend } from './layer-bar.tsx';
import { segmentsOf } from './segments.ts';
import { stockTexts } from './stock.texts.ts';
import { stockAddress, warehouseText } from './warehouse-text.ts';

/** The list on a phone: a card per warehouse and SKU. */
export function StockCards({ rows, cursor }: { rows: readonly BalanceView[]; cursor: string | undefined }) {
  const t = useTexts(stockTexts);
  return (
    <ul className="stock-cards">
      {rows.map((row) => (
        <li key={row.key} data-stock={row.key} className={row.key === cursor ? 'stock-cursor' : ''}>
          <Link to={stockAddress(row.warehouse, row.sku)}>
            <span className="stock-card-head">
              <strong>{row.sku}</strong>
              <span className="faint">{warehouseText(row)}</span>
              <span className="stock-card-count">
                {t('onHand')} <strong>{countText(row.onHand)}</strong>
              </span>
            </span>
            {row.name === null ? null : <span className="faint">{row.name}</span>}
            <LayerBar balance={row} />
            <LayerLegend segments={segmentsOf(row)} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
