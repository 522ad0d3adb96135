import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { OrderView } from '../../rules-library/contract/orders.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { ordered, startsWith, steps } from './button-order.ts';
import { orderTexts } from './order.texts.ts';
import { useOrderButtons } from './use-order.ts';

const mostBeside = 3;
/** The one red button: it stands last and is never behind "more". */
const red = 'lock-stock';

/** The buttons this person may press on the order now, the next step first; others are absent. */
export function OrderButtons({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const [open, setOpen] = useState(false);
  const all = ordered(useOrderButtons(order.id).data ?? []);
  const buttons = all.filter(({ name }) => name !== red);
  const lock = all.find(({ name }) => name === red);
  if (all.length === 0) return null;
  const press = (button: (typeof buttons)[number], at: number, onTaken?: () => void) => (
    <PressButton
      key={button.name}
      name={button.name}
      label={button.label}
      target={`order:${order.id}`}
      initial={startsWith(button.name, order)}
      needsReason={button.needsReason}
      about={order.externalId}
      onTaken={onTaken}
      type={
        button.enabled && (button === lock || (at === 0 && steps.has(button.name))) ? 'primary' : 'default'
      }
      danger={button === lock}
      why={button.enabled ? undefined : (button.why ?? button.help)}
    />
  );
  const more = buttons.slice(mostBeside);
  return (
    <div className="order-buttons" role="group" aria-label={t('actions')}>
      {buttons.slice(0, mostBeside).map((button, at) => press(button, at))}
      {more.length === 0 ? null : more.length === 1 ? (
        more.map((button) => press(button, mostBeside))
      ) : (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          content={
            <div className="order-more">
              {more.map((button) => press(button, mostBeside, () => setOpen(false)))}
            </div>
          }
        >
          <Button>
            {t('moreButtons')} <DownOutlined aria-hidden />
          </Button>
        </Popover>
      )}
      {lock === undefined ? null : press(lock, 0)}
    </div>
  );
}
