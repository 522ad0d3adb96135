import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { inboxTexts } from './inbox.texts.ts';

/** The pressed button that waits: what it would change, and why it was pressed. */
export function ParkedButton({ parked }: { parked: NonNullable<ApprovalView['parked']> }) {
  const t = useTexts(inboxTexts);
  const text = useText();
  const { label, asked, reason, voucher, changes } = parked;
  return (
    <section className="asking-parked" aria-label={text(label)}>
      <p className="asking-parked-button">{t(asked ? 'pressElsewhere' : 'press', { name: text(label) })}</p>
      {changes.length === 0 ? null : (
        <dl>
          {changes.map(({ label: what, before, after }) => (
            <div key={what.zh}>
              <dt>{text(what)}</dt>
              <dd>
                {before === null
                  ? after === null
                    ? t('stays')
                    : text(after)
                  : t('change', { before: text(before), after: after === null ? t('stays') : text(after) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {reason === null ? null : (
        <p className="asking-parked-why">{t('because', { reason, voucher: voucher ?? '' })}</p>
      )}
    </section>
  );
}
