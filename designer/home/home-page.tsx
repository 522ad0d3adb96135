import { roles } from '../../rules-library/choices/index.ts';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { AlertsCard } from './alerts-card.tsx';
import { Figures } from './figures.tsx';
import { FirstSteps } from './first-steps.tsx';
import './home.css';
import { homeTexts } from './home.texts.ts';
import { OrderStream } from './order-stream.tsx';
import { RehearsalBar } from './rehearsal-bar.tsx';
import { useHome, useRehearsal } from './use-home.ts';

/** 现在需要我的. */
export function HomePage() {
  const t = useTexts(homeTexts);
  const text = useText();
  const { person, demo } = useSession();
  const home = useHome();
  const rehearsal = useRehearsal(demo).data;
  const role =
    person.roles.length > 2 ? '' : person.roles.map((name) => text(choiceLabel(roles, name))).join('、');
  const shown = rehearsal?.available === true && rehearsal.state !== 'idle' ? rehearsal : undefined;
  const empty = home.data?.today.orders === 0 && (shown === undefined || shown.state === 'preparing');
  return (
    <Page
      title={t('title')}
      note={[role, text(person.name)].filter((part) => part !== '').join(' · ')}
      live
      actions={shown === undefined ? null : <RehearsalBar rehearsal={shown} />}
    >
      {empty ? <FirstSteps rehearsal={rehearsal} /> : null}
      <Figures />
      <div className="home-columns">
        <AlertsCard />
        <OrderStream />
      </div>
    </Page>
  );
}
