import type { TimelineEntry } from '../../rules-library/contract/orders.ts';
import { exactTime } from '../design/format-time.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { useActorText } from './actor-text.ts';
import { orderTexts } from './order.texts.ts';

/** What happened, who did it, when, and why with which voucher. */
export function EntryDetails({ entry }: { entry: TimelineEntry }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const actorText = useActorText();
  return (
    <div className="entry">
      {entry.changes.length === 0 ? (
        <p className="entry-text">{text(entry.text)}</p>
      ) : (
        <div className="entry-changes">
          {entry.changes.map(({ field, label, before, after }) => (
            <p key={field}>
              <span className="entry-field">{text(label)}</span> <del>{text(before)}</del>{' '}
              <span aria-hidden>→</span> <ins>{text(after)}</ins>
            </p>
          ))}
        </div>
      )}
      <p className="entry-note">
        <time dateTime={entry.at}>{exactTime(Date.parse(entry.at))}</time>
        <span>{actorText(entry.actor, entry.actorName)}</span>
        {entry.reason === null ? null : <span>{t('reasonIs', { reason: entry.reason })}</span>}
        {entry.voucher === null ? null : <span>{t('voucherIs', { voucher: entry.voucher })}</span>}
      </p>
    </div>
  );
}
