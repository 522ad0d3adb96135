import { CaretRightOutlined, LoadingOutlined, PauseOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import type { Rehearsal } from '../../rules-library/contract/home.ts';
import { errorText } from '../api/api-error.ts';
import { useMayPress } from '../app/session.ts';
import { countText } from '../design/format-number.ts';
import { clockAndDay } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { homeTexts } from './home.texts.ts';
import { useRehearsalControl } from './use-home.ts';

const speeds = [0.5, 1, 2, 4, 10, 30];

/** Says that this is rehearsal data, and moves it: pause, speed, end. */
export function RehearsalBar({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTexts(homeTexts);
  const text = useText();
  const { message } = App.useApp();
  const { mutate, isPending } = useRehearsalControl();
  const control = (change: Parameters<typeof mutate>[0]): void =>
    mutate(change, { onError: (error) => void message.error(text(errorText(error))) });
  // Whoever may publish may move the rehearsal; others see how far it is.
  const mayMove = useMayPress('publish-release');
  const { state } = rehearsal;
  const moving = state === 'running' || state === 'paused';
  const told = text(rehearsal.text);
  const sent = t('rehearsalSent', { sent: countText(rehearsal.sent), total: countText(rehearsal.total) });
  return (
    <div className="rehearsal" role="group" aria-label={t('rehearsal')}>
      <Chip tone="season" title={sent} icon={state === 'preparing' ? <LoadingOutlined /> : undefined}>
        {rehearsal.at === null || !moving ? told : `${told} · ${clockAndDay(Date.parse(rehearsal.at))}`}
      </Chip>
      {moving && mayMove ? (
        <>
          <Button
            icon={state === 'running' ? <PauseOutlined /> : <CaretRightOutlined />}
            loading={isPending}
            onClick={() => control({ action: state === 'running' ? 'pause' : 'resume' })}
          >
            {state === 'running' ? t('pause') : t('resume')}
          </Button>
          <Select
            aria-label={t('speed')}
            value={rehearsal.speed}
            onChange={(speed: number) => control({ action: state === 'running' ? 'resume' : 'pause', speed })}
            options={[...new Set([...speeds, rehearsal.speed])]
              .sort((a, b) => a - b)
              .map((speed) => ({ value: speed, label: `×${speed}` }))}
            popupMatchSelectWidth={false}
          />
          <Button onClick={() => control({ action: 'stop' })}>{t('stop')}</Button>
        </>
      ) : null}
      {state === 'finished' && mayMove ? (
        <Button
          icon={<CaretRightOutlined />}
          loading={isPending}
          onClick={() => control({ action: 'start' })}
        >
          {t('again')}
        </Button>
      ) : null}
    </div>
  );
}
