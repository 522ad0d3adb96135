import { useLanguage } from '../../i18n/language.ts';
import { clockTime, exactTime, nearTime } from '../format-time.ts';
import { useNow } from '../use-now.ts';

export interface TimeTextProps {
  /** ISO or epoch ms. */
  at: string | number;
  /** `near`: how long ago while it is near · `clock`: `14:02:07`, for streams. */
  as?: 'near' | 'clock';
}

/** A time as people tell it; the exact one on hover. */
export function TimeText({ at, as = 'near' }: TimeTextProps) {
  const language = useLanguage();
  const now = useNow();
  const ms = typeof at === 'number' ? at : Date.parse(at);
  if (Number.isNaN(ms)) return null;
  // The shared clock is up to ten seconds behind: what has just come is not in the future.
  const present = ms - now < 15_000 ? Math.max(now, ms) : now;
  return (
    <time dateTime={new Date(ms).toISOString()} title={exactTime(ms)}>
      {as === 'clock' ? clockTime(ms) : nearTime(ms, present, language)}
    </time>
  );
}
