import { ClockCircleOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { AuditEntryView } from '../../rules-library/contract/audit.ts';
import { exactTime } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { changeText } from './audit-file.ts';
import { auditTexts } from './audit.texts.ts';

export interface AuditRowProps {
  entry: AuditEntryView;
  /** Shows the history of what this entry is about. */
  onObject: (target: string) => void;
}

/** One press: when and who, what with before and after, why and by which voucher. */
export function AuditRow({ entry, onObject }: AuditRowProps) {
  const t = useTexts(auditTexts);
  const text = useText();
  const language = useLanguage();
  const { object, target } = entry;
  const named = object === null ? '' : `${text(object.kind)} ${text(object.name)}`;
  return (
    <li className="audit-row" data-entry={entry.id}>
      <div className="audit-who">
        <time dateTime={entry.at}>{exactTime(Date.parse(entry.at))}</time>
        <span>
          <strong>{text(entry.actorName)}</strong>{' '}
          <span className="faint">{entry.roles.length > 3 ? '' : entry.roles.map(text).join(' · ')}</span>
        </span>
      </div>
      <div className="audit-what">
        <p className="audit-head">
          <Chip tone={entry.refused ? 'hold' : 'primary'}>{text(entry.button)}</Chip>
          {entry.refused ? <Chip tone="hold">{t('refused')}</Chip> : null}
          {object === null || target === null ? null : (
            <button
              type="button"
              className="audit-object"
              title={t('onlyThis', { object: named })}
              onClick={() => onObject(target)}
            >
              {named}
            </button>
          )}
        </p>
        <p className="audit-text">{text(entry.text)}</p>
        {entry.changes.length === 0 ? null : (
          <ul className="audit-changes" aria-label={t('changes')}>
            {entry.changes.map((change) => (
              <li key={change.label.zh}>{changeText(change, language)}</li>
            ))}
          </ul>
        )}
      </div>
      <dl className="audit-why">
        {entry.reason === null ? null : (
          <div>
            <dt>{t('reason')}</dt>
            <dd>{entry.reason}</dd>
          </div>
        )}
        {entry.voucher === null ? null : (
          <div>
            <dt>{t('voucher')}</dt>
            <dd className="audit-voucher">{entry.voucher}</dd>
          </div>
        )}
        <div className="audit-marks">
          {entry.release === null ? null : (
            <span className="faint">{t('byRelease', { number: String(entry.release) })}</span>
          )}
          {entry.seal === null ? (
            <Chip icon={<ClockCircleOutlined />}>{t('waits')}</Chip>
          ) : (
            <Chip
              tone="good"
              icon={<SafetyCertificateOutlined />}
              title={t('sealedHelp', { link: String(entry.seal) })}
            >
              {t('sealed')}
            </Chip>
          )}
        </div>
      </dl>
    </li>
  );
}
