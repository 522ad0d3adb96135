import type { OrderView } from '../../rules-library/contract/orders.ts';
import { goodsClasses } from '../../rules-library/choices/index.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { Money } from '../design/parts/money.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { LineStockCells } from './line-stock-cells.tsx';
import { orderTexts } from './order.texts.ts';
import { useLineStock } from './use-line-stock.ts';

/** The lines of the order. */
export function OrderLines({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const stock = useLineStock(order);
  return (
    <Card title={t('lines')}>
      <div className="order-table-box" role="region" aria-label={t('lines')} tabIndex={0}>
        <table className="table lines">
          <thead>
            <tr>
              <th scope="col">{t('sku')}</th>
              <th scope="col" className="number">
                {t('quantity')}
              </th>
              <th scope="col" className="number">
                {t('unitPrice')}
              </th>
              <th scope="col" className="number">
                {t('lineAmount')}
              </th>
              <th scope="col">{t('warehouse')}</th>
              <th scope="col">{t('lineStock')}</th>
              <th scope="col">{t('lineLocked')}</th>
              <th scope="col" className="number">
                {t('lineShort')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.lineId}>
                <td>
                  <span className="line-goods">
                    {[line.name, line.sku].filter((part) => part !== null).join(' ')}
                    {line.goodsClass.map((goods) => (
                      <Chip key={goods} tone="season">
                        {text(choiceLabel(goodsClasses, goods))}
                      </Chip>
                    ))}
                  </span>
                </td>
                <td className="number">{countText(line.quantity)}</td>
                <td className="number">
                  <Money fen={line.unitPrice} />
                </td>
                <td className="number">
                  <Money fen={line.amount} />
                </td>
                <td>{line.warehouse ?? <span className="faint">{t('noWarehouse')}</span>}</td>
                <LineStockCells stock={stock?.get(line.lineId)} />
              </tr>
            ))}
          </tbody>
          {isNothing(order.discount) && isNothing(order.freight) ? null : (
            <tfoot>
              {isNothing(order.discount) ? null : (
                <tr>
                  <td colSpan={3} className="number faint">
                    {t('discount')}
                  </td>
                  <td className="number">
                    <Money fen={-(order.discount ?? 0)} />
                  </td>
                  <td colSpan={4} />
                </tr>
              )}
              {isNothing(order.freight) ? null : (
                <tr>
                  <td colSpan={3} className="number faint">
                    {t('freight')}
                  </td>
                  <td className="number">
                    <Money fen={order.freight} />
                  </td>
                  <td colSpan={4} />
                </tr>
              )}
            </tfoot>
          )}
        </table>
      </div>
    </Card>
  );
}

/** No amount, or none this person may read. */
function isNothing(fen: number | null): boolean {
  return fen === null || fen === 0;
}
