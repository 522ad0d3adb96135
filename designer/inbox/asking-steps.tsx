import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { inboxTexts } from './inbox.texts.ts';

type Step = ApprovalView['steps'][number];

const icons: Record<Step['state'], ReactNode> = {
  waiting: <MinusCircleOutlined />,
  open: <ClockCircleFilled />,
  approved: <CheckCircleFilled />,
  rejected: <CloseCircleFilled />,
  skipped: <MinusCircleOutlined />,
  timedOut: <CloseCircleFilled />,
};

/** Who is asked one after another, and what they said. */
export function AskingSteps({ asking: { steps } }: { asking: ApprovalView }) {
  const t = useTexts(inboxTexts);
  const text = useText();
  if (steps.length === 0) return null;
  const said = ({ state, by }: Step): string => {
    const who = by === null ? '' : text(by);
    switch (state) {
      case 'waiting':
        return t('stepWaiting');
      case 'open':
        return t('stepOpen');
      case 'approved':
        return t('stepApproved', { who });
      case 'rejected':
        return t('stepRejected', { who });
      case 'skipped':
        return t('stepSkipped');
      case 'timedOut':
        return t('stepTimedOut');
    }
  };
  return (
    <ol className="asking-steps" aria-label={t('steps')}>
      {steps.map((step) => (
        <li key={step.id} className={`asking-step asking-step-${step.state}`}>
          <span aria-hidden>{icons[step.state]}</span>
          <span>
            {text(step.who)}
            {step.escalated ? t('escalated') : ''} · {said(step)}
            {step.comment === null ? null : <em> “{step.comment}”</em>}
          </span>
        </li>
      ))}
    </ol>
  );
}
