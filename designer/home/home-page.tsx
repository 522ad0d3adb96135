import { roles } from '../../rules-library/choices/index.ts';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { AlertsCard } from './alerts-card.tsx';
import './home.css';
import { homeTexts } from './home.texts.ts';

/** 现在需要我的. */
export function HomePage() {
  const t = useTexts(homeTexts);
  const text = useText();
  const { person } = useSession();
  const role =
    person.roles.length > 2 ? '' : person.roles.map((name) => text(choiceLabel(roles, name))).join('、');
  return (
    <Page title={t('title')} note={[role, text(person.name)].filter((part) => part !== '').join(' · ')} live>
      <AlertsCard />
    </Page>
  );
}
