import { ArrowRightOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { waitingStates, type AlertView } from '../../../rules-library/contract/alerts.ts';
import { alertKinds, alertLevels } from '../../../rules-library/choices/index.ts';
import { acknowledgeAlert } from '../../../rules-library/commands/acknowledge-alert.command.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { watchSeen } from '../../live/seen-alerts.ts';
import { PressButton } from '../../press/press-button.tsx';
import { choiceLabel } from '../choice-label.ts';
import { ruleAddress } from '../rule-address.ts';
import { AlertStateLine } from './alert-state.tsx';
import { Chip } from './chip.tsx';
import { LevelChip, levelTones } from './chips.tsx';
import { partsTexts } from './parts.texts.ts';
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
  const waits = waitingStates.includes(alert.state);
  const card = useRef<HTMLElement>(null);
  useEffect(
    () => (waits && card.current !== null ? watchSeen(card.current, alert.id) : undefined),
    [waits, alert.id],
  );
  const answer =
    waits && mayPress.includes(acknowledgeAlert.name) ? (
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
      ref={card}
      className={`alert-card tone-${levelTones[alert.level]} ${waits ? '' : 'alert-seen'}`}
      data-alert={alert.id}
      data-level={alert.level}
      aria-label={`${text(choiceLabel(alertLevels, alert.level))}:${text(choiceLabel(alertKinds, alert.kind))}`}
    >
      <header className="alert-head">
        <strong className="alert-kind">{text(choiceLabel(alertKinds, alert.kind))}</strong>
        <LevelChip level={alert.level} />
        {alert.count > 1 ? <Chip tone="primary">{t('alertCount', { count: alert.count })}</Chip> : null}
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
      <AlertStateLine alert={alert} />
      <Latest alert={alert} />
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
          <Link to={ruleAddress(source.flow, source.node, source.decision)}>{t('seeRule')}</Link>
        </div>
      )}
      {buttons.length === 0 || !alertIsOpen(alert) ? null : (
        <footer className="alert-buttons">
          {buttons.map((button, index) => (
            <PressButton
              key={`${button.name}|${button.target}|${JSON.stringify(button.input)}`}
              name={button.name}
              label={button.label}
              target={button.target}
              input={button.input}
              about={text(alert.text)}
              {...(index === 0 && waits && alert.level === 'urgent'
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

function alertIsOpen({ state }: AlertView): boolean {
  return state !== 'resolved' && state !== 'grouped';
}

/** What else it stands for: when it happened last, and the newest of the others. */
function Latest({ alert: { count, lastAt, latest } }: { alert: AlertView }) {
  const t = useTexts(partsTexts);
  if (count === 1 || lastAt === null || lastAt === undefined) return null;
  return (
    <p className="alert-latest">
      <span>
        {t('alertLatest')} <TimeText at={lastAt} />
      </span>
      {latest.length === 0 ? null : <span>{t('alertLatestOf')}</span>}
      {latest.map(({ kind, id, label }, index) =>
        kind === 'order' ? (
          // One order may be among them several times.
          // oxlint-disable-next-line react/no-array-index-key
          <Link key={`${index}|${id}`} to={`/orders/${encodeURIComponent(id)}`}>
            {label}
          </Link>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={`${index}|${id}`}>{label}</span>
        ),
      )}
    </p>
  );
}
