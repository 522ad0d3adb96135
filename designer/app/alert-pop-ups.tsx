import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { AlertCard } from '../design/parts/alert-card.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { closePopUp, useLive } from '../live/live-store.ts';
import './alert-pop-ups.css';
import { useSession } from './session.ts';
import { shellTexts } from './shell.texts.ts';

const mostShown = 2;

/** Urgent alerts that came while another screen is open; the home screen shows them in its list. */
export function AlertPopUps() {
  const t = useTexts(shellTexts);
  const { buttons } = useSession();
  const { pathname } = useLocation();
  const popUps = useLive((live) => live.popUps);
  const alerts = useLive((live) => live.alerts);
  const shown = useMemo(
    () => popUps.flatMap((id) => alerts.get(id) ?? []).slice(0, mostShown),
    [popUps, alerts],
  );
  if (pathname === '/' || shown.length === 0) return null;
  const more = popUps.length - shown.length;
  return (
    <section className="pop-ups" aria-label={t('popUps')} aria-live="assertive">
      {more > 0 ? (
        <Link className="pop-ups-more" to="/">
          {t('morePopUps', { count: more })}
        </Link>
      ) : null}
      {shown.toReversed().map((alert) => (
        <AlertCard key={alert.id} alert={alert} mayPress={buttons} onClose={() => closePopUp(alert.id)} />
      ))}
    </section>
  );
}
