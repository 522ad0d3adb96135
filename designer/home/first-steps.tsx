import { CaretRightFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Rehearsal } from '../../rules-library/contract/home.ts';
import { errorText } from '../api/api-error.ts';
import { useMayPress } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { homeTexts } from './home.texts.ts';
import { useRehearsalControl } from './use-home.ts';

/** What an empty store offers: the peak day in one click, a template, the first rule, own orders. */
export function FirstSteps({ rehearsal }: { rehearsal: Rehearsal | undefined }) {
  const t = useTexts(homeTexts);
  const text = useText();
  const { message } = App.useApp();
  const { mutate, isPending } = useRehearsalControl();
  const mayMakeKeys = useMayPress('create-key');
  const mayStart = useMayPress('publish-release');
  const mayLoad = useMayPress('load-template');
  const starting = isPending || rehearsal?.state === 'preparing';
  return (
    <Card title={t('firstTitle')} className="first">
      <ul className="first-steps">
        {rehearsal?.available === true ? (
          <Step
            main
            title={t('watch')}
            help={rehearsal.state === 'preparing' ? text(rehearsal.text) : t('watchHelp')}
          >
            {!mayStart ? (
              <p className="faint">{t('watchByOperations')}</p>
            ) : (
              <Button
                type="primary"
                size="large"
                icon={<CaretRightFilled />}
                loading={starting}
                data-action="watch"
                onClick={() =>
                  mutate(
                    { action: 'start' },
                    { onError: (error) => void message.error(text(errorText(error))) },
                  )
                }
              >
                {starting ? t('preparing') : t('watch')}
              </Button>
            )}
          </Step>
        ) : null}
        {mayLoad ? (
          <Step title={t('templateTitle')} help={t('templateHelp')}>
            <Link to="/templates">
              <Button>{t('templateGo')}</Button>
            </Link>
          </Step>
        ) : null}
        <Step title={t('drawTitle')} help={t('drawHelp')}>
          <Link to="/rules">
            <Button>{t('drawGo')}</Button>
          </Link>
        </Step>
        {mayMakeKeys ? (
          <Step title={t('keyTitle')} help={t('keyHelp')}>
            <Link to="/keys">
              <Button>{t('keyGo')}</Button>
            </Link>
          </Step>
        ) : null}
      </ul>
    </Card>
  );
}

interface StepProps {
  title: string;
  help: string;
  main?: boolean;
  children: ReactNode;
}

function Step({ title, help, main = false, children }: StepProps) {
  return (
    <li className={`first-step ${main ? 'first-main' : ''}`}>
      <h3>{title}</h3>
      <p>{help}</p>
      {children}
    </li>
  );
}
