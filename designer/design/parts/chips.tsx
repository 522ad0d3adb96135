import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  ThunderboltFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AlertView } from '../../../rules-library/contract/alerts.ts';
import type { HoldView } from '../../../rules-library/contract/orders.ts';
import { alertLevels, channels, holdCodes, orderStates } from '../../../rules-library/choices/index.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { choiceLabel } from '../choice-label.ts';
import { exactTime } from '../format-time.ts';
import type { ToneName } from '../tokens.ts';
import { Chip } from './chip.tsx';
import { partsTexts } from './parts.texts.ts';

export const levelTones: Record<AlertView['level'], ToneName> = {
  urgent: 'danger',
  warn: 'hold',
  info: 'primary',
};
const levelIcons: Record<AlertView['level'], ReactNode> = {
  urgent: <ExclamationCircleFilled />,
  warn: <WarningFilled />,
  info: <InfoCircleFilled />,
};

/** 提示 · 注意 · 紧急. */
export function LevelChip({ level }: { level: AlertView['level'] }) {
  const text = useText();
  return (
    <Chip tone={levelTones[level]} icon={levelIcons[level]}>
      {text(choiceLabel(alertLevels, level))}
    </Chip>
  );
}

const stateTones: Record<string, ToneName> = {
  received: 'neutral',
  confirmed: 'primary',
  released: 'primary',
  picking: 'movement',
  shipped: 'movement',
  delivered: 'good',
  closed: 'good',
  cancelled: 'neutral',
  archived: 'neutral',
};

/** How far an order is. */
export function StateChip({ state }: { state: string }) {
  const text = useText();
  return <Chip tone={stateTones[state] ?? 'neutral'}>{text(choiceLabel(orderStates, state))}</Chip>;
}

/** What an order waits for; hovering tells since when and until when. */
export function HoldChip({ hold }: { hold: Pick<HoldView, 'code'> & Partial<HoldView> }) {
  const text = useText();
  const t = useTexts(partsTexts);
  const times = [
    hold.since === undefined ? undefined : t('since', { time: exactTime(Date.parse(hold.since)) }),
    hold.until === undefined || hold.until === null
      ? undefined
      : t('until', { time: exactTime(Date.parse(hold.until)) }),
  ].filter((part) => part !== undefined);
  return (
    <Chip tone="hold" icon={<ClockCircleOutlined />} title={times.join(' · ')}>
      {text(choiceLabel(holdCodes, hold.code))}
    </Chip>
  );
}

/** 加急. */
export function RushChip() {
  const t = useTexts(partsTexts);
  return (
    <Chip tone="rush" icon={<ThunderboltFilled />}>
      {t('rush')}
    </Chip>
  );
}

/** Where an order came from. */
export function ChannelChip({ channel }: { channel: string }) {
  const text = useText();
  return <Chip>{text(choiceLabel(channels, channel))}</Chip>;
}
