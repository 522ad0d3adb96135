import { useMemo } from 'react';
import { NavLink } from 'react-router';
import { openAlerts, waits } from '../live/alert-book.ts';
import { useLive } from '../live/live-store.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useAskingMe } from '../inbox/use-inbox.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { mayOpen, navItems } from './nav-items.tsx';
import './nav-rail.css';
import { PersonMenu } from './person-menu.tsx';
import { useSession } from './session.ts';
import { shellTexts } from './shell.texts.ts';

/** The screens this person can open: a rail at the left, a bar at the bottom on a phone. */
export function NavRail() {
  const t = useTexts(shellTexts);
  const { buttons, person } = useSession();
  const alerts = useLive((live) => live.alerts);
  const waiting = useMemo(() => openAlerts(alerts).filter(waits).length, [alerts]);
  const asking = useAskingMe();
  return (
    <nav className="rail" aria-label={t('navigation')}>
      <NavLink to="/" className="rail-mark" aria-label={t('home')}>
        <Mark size={26} />
      </NavLink>
      <ul className="rail-items">
        {navItems
          .filter((item) => mayOpen(item, { buttons, roles: person.roles }))
          .map(({ to, label, icon, wideOnly }) => (
            <li key={to} className={wideOnly === true ? 'rail-wide' : ''}>
              <NavLink to={to} end={to === '/'} className="rail-item">
                <span className="rail-icon" aria-hidden>
                  {icon}
                </span>
                {t(label)}
                {to === '/' && waiting > 0 ? (
                  <Badge count={waiting} says={t('alertsWaiting', { count: waiting })} />
                ) : to === '/inbox' && asking > 0 ? (
                  <Badge count={asking} says={t('askingWaiting', { count: asking })} />
                ) : null}
              </NavLink>
            </li>
          ))}
      </ul>
      <div className="rail-foot">
        <span className="rail-wide">
          <LanguageSwitch />
        </span>
        <PersonMenu />
      </div>
    </nav>
  );
}

function Badge({ count, says }: { count: number; says: string }) {
  return (
    <span className="rail-badge" title={says}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{says}</span>
    </span>
  );
}
