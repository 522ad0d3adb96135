import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { orderTexts } from './order.texts.ts';
import { useOrderButtons } from './use-order.ts';

const mostBeside = 3;
/** Stand next to what they lift: a hold, and a refusal of a gate. */
const besideItsReason = new Set(['lift-hold', 'override-gate']);

/** The buttons this person may press on the order now; others are absent. */
export function OrderButtons({ id, about }: { id: string; about: string }) {
  const t = useTexts(orderTexts);
  const buttons = (useOrderButtons(id).data ?? []).filter(({ name }) => !besideItsReason.has(name));
  if (buttons.length === 0) return null;
  const press = (button: (typeof buttons)[number]) => (
    <PressButton
      key={button.name}
      name={button.name}
      label={button.label}
      target={`order:${id}`}
      needsReason={button.needsReason}
      about={about}
      why={button.enabled ? undefined : (button.why ?? button.help)}
    />
  );
  const more = buttons.slice(mostBeside);
  return (
    <div className="order-buttons" role="group" aria-label={t('actions')}>
      {buttons.slice(0, mostBeside).map(press)}
      {more.length === 0 ? null : more.length === 1 ? (
        more.map(press)
      ) : (
        <Popover
          trigger="click"
          placement="bottomRight"
          content={<div className="order-more">{more.map(press)}</div>}
        >
          <Button>
            {t('moreButtons')} <DownOutlined aria-hidden />
          </Button>
        </Popover>
      )}
    </div>
  );
}
