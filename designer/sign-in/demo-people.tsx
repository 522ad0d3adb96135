import { LoadingOutlined } from '@ant-design/icons';
import { roles } from '../../rules-library/choices/index.ts';
import type { SignInOptions } from '../../rules-library/contract/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { signInTexts } from './sign-in.texts.ts';

/** Everybody on a demo store has it; such a store answers to this machine only. */
const demoPassword = 'sluice-demo';

export interface DemoPeopleProps {
  people: SignInOptions['people'];
  /** Who is on the way in. */
  entering: string | undefined;
  onChoose: (credentials: { username: string; password: string }) => void;
}

/** The people of a demo store, one click each. */
export function DemoPeople({ people, entering, onChoose }: DemoPeopleProps) {
  const t = useTexts(signInTexts);
  const text = useText();
  return (
    <section aria-label={t('demoTitle')}>
      <p>{t('demoTitle')}</p>
      <p className="faint">{t('demoNote')}</p>
      <ul className="sign-in-people">
        {people.map(({ username, name, role }) => {
          const label = text(choiceLabel(roles, role));
          return (
            <li key={username}>
              <button
                type="button"
                className="sign-in-person"
                data-person={username}
                disabled={entering !== undefined}
                aria-busy={entering === username}
                aria-label={t('enterAs', { name: text(name), role: label })}
                onClick={() => onChoose({ username, password: demoPassword })}
              >
                <span className="sign-in-initial" aria-hidden>
                  {entering === username ? <LoadingOutlined /> : text(name).slice(0, 1)}
                </span>
                <span>
                  {text(name)}
                  <span className="sign-in-role">{label}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="sign-in-or">{t('orPassword')}</p>
    </section>
  );
}
