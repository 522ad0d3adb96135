import { Tooltip } from 'antd';
import { useLanguage } from '../../i18n/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useLive, type LiveState } from '../../live/live-store.ts';
import { clockTime, nearTime } from '../format-time.ts';
import type { ToneName } from '../tokens.ts';
import { useNow } from '../use-now.ts';
import { partsTexts } from './parts.texts.ts';
import './live-mark.css';

const words = {
  live: ['live', 'liveHelp'],
  'catching-up': ['catchingUp', 'catchingUpHelp'],
  offline: ['offline', 'offlineHelp'],
} as const;
const tones: Record<LiveState, ToneName> = { live: 'good', 'catching-up': 'hold', offline: 'danger' };

/** 实时 · 追平中 · 断开, honestly, with the time of the last news. */
export function LiveMark() {
  const t = useTexts(partsTexts);
  const language = useLanguage();
  const now = useNow();
  const state = useLive((live) => live.state);
  // To the second: a mark need not be drawn for every piece of news.
  const second = useLive((live) => (live.lastNewsAt === null ? null : Math.floor(live.lastNewsAt / 1000)));
  const lastNewsAt = second === null ? null : second * 1000;
  const [word, help] = words[state];
  const time = lastNewsAt === null ? t('never') : clockTime(lastNewsAt);
  return (
    <Tooltip title={t(help, { time })}>
      <span className={`live-mark tone-${tones[state]}`} role="status" data-live={state} tabIndex={0}>
        <span className={`live-dot live-dot-${state}`} aria-hidden />
        {t(word)}
        {state === 'live' || lastNewsAt === null ? null : (
          <span className="live-since">{nearTime(lastNewsAt, Math.max(now, lastNewsAt), language)}</span>
        )}
      </span>
    </Tooltip>
  );
}
