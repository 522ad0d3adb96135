import { ArrowRightOutlined, CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AlertView } from '../../../rules-library/contract/alerts.ts';
import { alertKinds, alertLevels } from '../../../rules-library/choices/index.ts';
import { acknowledgeAlert } from '../../../rules-library/commands/acknowledge-alert.command.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { PressButton } from '../../press/press-button.tsx';
import { choiceLabel } from '../choice-label.ts';
import { LevelChip, levelTones } from './chips.tsx';
import { partsTexts } from './parts.texts.ts';
import { ruleAddress } from './rule-address.ts';
import { TimeText } from './time-text.tsx';
import './alert-card.css';

export interface AlertCardProps {
  alert: AlertView;
  /** Names of the buttons this person may press; others are absent. */
  mayPress: readonly string[];
  /** Pop-ups can be put away. */
  onClose?: (() => void) | undefined;
}

/** An alert: one sentence, its way through the rule, and the buttons that answer it. */
export function AlertCard({ alert, mayPress, onClose }: AlertCardProps) {
  const text = useText();
  const t = useTexts(partsTexts);
  const { source, subject } = alert;
  const buttons = alert.buttons.filter(
    ({ name }) => mayPress.includes(name) && name !== acknowledgeAlert.name,
  );
  const seen = alert.state !== 'raised';
  const answer = seen ? (
    <span className="alert-by">
      <CheckOutlined aria-hidden />
      {alert.acknowledgedBy === null
        ? t('acknowledge')
        : t('acknowledgedBy', { who: text(alert.acknowledgedBy) })}
    </span>
  ) : mayPress.includes(acknowledgeAlert.name) ? (
    <PressButton
      name={acknowledgeAlert.name}
      label={acknowledgeAlert.label}
      target={`alert:${alert.id}`}
      type={buttons.length === 0 ? 'default' : 'text'}
      {...(buttons.length === 0 ? { size: 'small' as const } : {})}
    />
  ) : null;
  return (
    <article
      className={`alert-card tone-${levelTones[alert.level]} ${seen ? 'alert-seen' : ''}`}
      data-alert={alert.id}
      data-level={alert.level}
      aria-label={`${text(choiceLabel(alertLevels, alert.level))}:${text(choiceLabel(alertKinds, alert.kind))}`}
    >
      <header className="alert-head">
        <strong className="alert-kind">{text(choiceLabel(alertKinds, alert.kind))}</strong>
        <LevelChip level={alert.level} />
        <span className="alert-meta">
          {subject === null ? null : subject.kind === 'order' ? (
            <Link to={`/orders/${encodeURIComponent(subject.id)}`}>{subject.label}</Link>
          ) : (
            <span>{subject.label}</span>
          )}
          <TimeText at={alert.at} />
        </span>
        {buttons.length > 0 ? null : <span className="alert-answer">{answer}</span>}
        {onClose === undefined ? null : (
          <Button
            className="alert-close"
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('close')}
            title={t('close')}
            onClick={onClose}
          />
        )}
      </header>
      <p className="alert-text">{text(alert.text)}</p>
      {source === null || source.path.length === 0 ? null : (
        <div className="alert-path">
          <ol aria-label={t('path')}>
            {source.path.map(({ node, label }, index) => (
              <li key={node}>
                {index === 0 ? null : <ArrowRightOutlined className="alert-arrow" aria-hidden />}
                <span className="alert-step">{text(label)}</span>
              </li>
            ))}
          </ol>
          <Link to={ruleAddress(source)}>{t('seeRule')}</Link>
        </div>
      )}
      {buttons.length === 0 ? null : (
        <footer className="alert-buttons">
          {buttons.map((button, index) => (
            <PressButton
              key={`${button.name}|${button.target}|${JSON.stringify(button.input)}`}
              name={button.name}
              label={button.label}
              target={button.target}
              input={button.input}
              about={text(alert.text)}
              {...(index === 0 && !seen && alert.level === 'urgent'
                ? { type: 'primary' as const, danger: true }
                : {})}
            />
          ))}
          <span className="alert-answer">{answer}</span>
        </footer>
      )}
    </article>
  );
}
