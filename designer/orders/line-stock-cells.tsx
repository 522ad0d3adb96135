import { Link } from 'react-router';
import { countText } from '../design/format-number.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { LayerBar } from '../stock/layer-bar.tsx';
import type { LineStock } from './line-stock.ts';
import { orderTexts } from './order.texts.ts';

/** Three cells of a line: what is there by layer, what is locked for it and where, what is missing. */
export function LineStockCells({ stock }: { stock: LineStock | undefined }) {
  const t = useTexts(orderTexts);
  if (stock === undefined) return <td colSpan={3} />;
  const { sku, balance, place, elsewhere, locked, short } = stock;
  return (
    <>
      <td className="line-stock">
        {balance === null ? (
          <span className="faint">{t('noStock')}</span>
        ) : (
          <Link to={`/stock?q=${encodeURIComponent(sku)}`}>
            <LayerBar balance={balance} />
            <span className="faint">
              {t('lineFree', { place: place ?? t('allWarehouses'), units: countText(balance.open) })}
            </span>
          </Link>
        )}
        {elsewhere === null ? null : (
          <span className="faint">
            {' '}
            {t('lineElsewhere', { warehouse: elsewhere.warehouse, units: countText(elsewhere.open) })}
          </span>
        )}
      </td>
      <td>
        {locked.length === 0 ? (
          <Chip>0</Chip>
        ) : (
          <span className="order-chips">
            {locked.map(({ warehouse, units, picked }) => (
              <Chip key={warehouse} tone={picked ? 'movement' : 'good'}>
                {countText(units)} · {warehouse}
              </Chip>
            ))}
          </span>
        )}
      </td>
      <td className={`number ${short > 0 ? 'line-short' : 'faint'}`}>
        {short > 0 ? `−${countText(short)}` : '0'}
      </td>
    </>
  );
}
