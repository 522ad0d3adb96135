import type { ReactNode } from 'react';
import type { OrderView } from '../../rules-library/contract/orders.ts';
import { layers, orderKinds, tiers } from '../../rules-library/choices/index.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { Card } from '../design/parts/card.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { orderTexts } from './order.texts.ts';

/** Who ordered what for where; personal data comes masked. */
export function OrderAbout({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const rows: [string, ReactNode][] = [
    [t('customer'), order.customer],
    [t('tier'), order.tier === null ? null : text(choiceLabel(tiers, order.tier))],
    [t('repairShop'), order.repairShop],
    [
      t('shipTo'),
      order.shipTo.masked ??
        ([order.shipTo.province, order.shipTo.city].filter((part) => part !== null).join(' ') || null),
    ],
    [t('kind'), text(choiceLabel(orderKinds, order.kind))],
    [t('placedAt'), <TimeText key="placed" at={order.placedAt} />],
    [t('layer'), order.layer === null ? null : text(choiceLabel(layers, order.layer))],
    [t('assignee'), order.assignee === null ? null : text(order.assignee)],
    [t('note'), order.note],
    ...Object.entries(order.custom).map(([name, value]): [string, ReactNode] => [name, plain(value)]),
  ];
  return (
    <Card title={t('about')}>
      <dl className="about">
        {rows
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

/** A custom field's value as people read it. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
