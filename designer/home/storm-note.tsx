import { Button } from 'antd';
import { useState } from 'react';
import { readOpenAlerts } from '../api/read-open-alerts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { alertsFailed, takeOpenAlerts, useLive } from '../live/live-store.ts';
import { homeTexts } from './home.texts.ts';

/** "N more": what came faster than anybody can look, and the way to see it all. */
export function StormNote() {
  const t = useTexts(homeTexts);
  const { count, urgent } = useLive((live) => live.more);
  const [reading, setReading] = useState(false);
  if (count === 0) return null;
  const show = async (): Promise<void> => {
    setReading(true);
    try {
      const { open } = await readOpenAlerts();
      // What comes meanwhile is not in the list: nothing is taken for over by its absence.
      takeOpenAlerts(open, { complete: false, since: new Set() });
    } catch (error) {
      alertsFailed(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <div className="home-storm" role="status">
      <strong>{t('storm', { count })}</strong>
      {urgent === 0 ? null : <span>{t('stormUrgent', { count: urgent })}</span>}
      <Button size="small" loading={reading} onClick={() => void show()}>
        {t('stormShow')}
      </Button>
    </div>
  );
}
