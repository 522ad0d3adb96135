import { MoreOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { layerLabel } from '../../rules-library/choices/layers.ts';
import { reservationStates } from '../../rules-library/choices/reservation-states.ts';
import type { ReservationView } from '../../rules-library/contract/stock.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { countText } from '../design/format-number.ts';
import { durationText } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { layerTones } from './segments.ts';
import { stockTexts } from './stock.texts.ts';
import { useStockButtons } from './use-stock.ts';

/** The order a lock is for. */
export function LockOrder({ lock }: { lock: ReservationView }) {
  const t = useTexts(stockTexts);
  return (
    <span>
      <Link className="lock-order" to={`/orders/${encodeURIComponent(lock.order)}`}>
        {lock.orderNumber ?? lock.order}
      </Link>{' '}
      <span className="faint">{t('line', { line: lock.line })}</span>
    </span>
  );
}

export function LockLayer({ lock: { layer } }: { lock: ReservationView }) {
  const text = useText();
  return <Chip tone={layerTones[layer]}>{text(layerLabel(layer))}</Chip>;
}

export function LockState({ lock: { state, unpaid } }: { lock: ReservationView }) {
  const t = useTexts(stockTexts);
  const text = useText();
  return (
    <span className="lock-state">
      <Chip tone={state === 'held' ? 'neutral' : 'good'}>{text(choiceLabel(reservationStates, state))}</Chip>
      {unpaid ? <Chip tone="hold">{t('unpaid')}</Chip> : null}
    </span>
  );
}

/** When it ends by itself, as time that is left. */
export function LockEnd({ lock: { expiresAt } }: { lock: ReservationView }) {
  const t = useTexts(stockTexts);
  const language = useLanguage();
  const now = useNow();
  if (expiresAt === null) return <span className="faint">{t('endsNot')}</span>;
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return <span className="lock-late">{t('over')}</span>;
  return <span>{t('endsIn', { time: durationText(left, language) })}</span>;
}

/** The buttons of one lock, asked for when they are opened. */
export function LockButtons({ lock }: { lock: ReservationView }) {
  const t = useTexts(stockTexts);
  const [open, setOpen] = useState(false);
  const buttons = useStockButtons(`reservation:${lock.id}`, open);
  const about = `${lock.sku} · ${countText(lock.quantity)} · ${lock.orderNumber ?? lock.order}`;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="lock-more">
          {buttons.data === undefined ? (
            <Skeleton rows={2} height={28} />
          ) : buttons.data.length === 0 ? (
            <span className="faint">{t('noActions')}</span>
          ) : (
            buttons.data.map(({ name, label, needsReason, enabled, why, help }) => (
              <PressButton
                key={name}
                name={name}
                label={label}
                target={`reservation:${lock.id}`}
                needsReason={needsReason}
                about={about}
                why={enabled ? undefined : (why ?? help)}
                onTaken={() => setOpen(false)}
              />
            ))
          )}
        </div>
      }
    >
      <Button
        size="small"
        icon={<MoreOutlined />}
        aria-label={`${t('actions')} ${about}`}
        data-action="lock-buttons"
      />
    </Popover>
  );
}
