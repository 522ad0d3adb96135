import { Outlet } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { PressProvider } from '../press/press-provider.tsx';
import { AlertPopUps } from './alert-pop-ups.tsx';
import { JumpBox } from './jump-box.tsx';
import { NavRail } from './nav-rail.tsx';
import './shell.css';
import { shellTexts } from './shell.texts.ts';
import { useLiveConnection } from './use-live-connection.ts';

/** What stays while screens change: navigation, the live connection, urgent alerts, jumping. */
export function Shell() {
  const t = useTexts(shellTexts);
  useLiveConnection();
  return (
    <PressProvider>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <div className="shell">
        <NavRail />
        <div className="shell-content" id="content" tabIndex={-1}>
          <Outlet />
        </div>
      </div>
      <AlertPopUps />
      <JumpBox />
    </PressProvider>
  );
}
