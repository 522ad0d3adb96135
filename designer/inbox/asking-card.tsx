import { Link } from 'react-router';
import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { moneyText } from '../design/format-number.ts';
import { Chip } from '../design/parts/chip.tsx';
import { RushChip } from '../design/parts/chips.tsx';
import { ruleAddress } from '../design/rule-address.ts';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { AskingButtons } from './asking-buttons.tsx';
import { AskingSteps } from './asking-steps.tsx';
import { ParkedButton } from './parked-button.tsx';
import { TimeLeft } from './time-left.tsx';
import { inboxTexts } from './inbox.texts.ts';

/** One approval or question: what and whose, how long is left, what follows, and the buttons that settle it. */
export function AskingCard({ asking }: { asking: ApprovalView }) {
  const t = useTexts(inboxTexts);
  const text = useText();
  const { kind, subject, order, source, requester, waitsFor, round } = asking;
  const facts = [
    order === null ? null : order.customer,
    order === null || order.total === null ? null : moneyText(order.total),
    order === null ? null : t('pieces', { count: order.quantity }),
    requester === null ? t('askedByRule') : t('askedBy', { who: text(requester) }),
    waitsFor === null || asking.mine ? null : t('waitsFor', { who: text(waitsFor) }),
  ].filter((part) => part !== null);
  return (
    <article className="card asking" data-asking={asking.id} aria-label={`${t(kind)} ${subject.label}`}>
      <header className="asking-head">
        <Chip tone={kind === 'approval' ? 'primary' : 'season'}>{t(kind)}</Chip>
        {subject.kind === 'order' ? (
          <Link className="asking-subject" to={`/orders/${encodeURIComponent(subject.id)}`}>
            {subject.label}
          </Link>
        ) : (
          <span className="asking-subject">{source === null ? subject.label : text(source.flowName)}</span>
        )}
        {order?.isRush === true ? <RushChip /> : null}
        {round > 1 ? <Chip tone="hold">{t('again', { round })}</Chip> : null}
        <TimeLeft asking={asking} />
      </header>
      <p className="asking-facts">
        {facts.join(' · ')} · <TimeText at={asking.at} />
      </p>
      {asking.text === null ? null : <p className="asking-question">{text(asking.text)}</p>}
      {asking.answer === null ? null : (
        <p className="asking-answer">{t('answered', { answer: text(asking.answer) })}</p>
      )}
      <AskingSteps asking={asking} />
      <Follows asking={asking} />
      <Notes asking={asking} />
      <footer className="asking-foot">
        <AskingButtons asking={asking} />
        {source === null ? null : (
          <Link className="asking-rule" to={ruleAddress(source.flow, source.node, source.decision)}>
            {text(source.flowName)} · {t('seeRule')}
          </Link>
        )}
      </footer>
    </article>
  );
}

/** The plan in words: the button that waits with what it would change, and what the drawing does by each outcome. */
function Follows({ asking: { follows, parked } }: { asking: ApprovalView }) {
  const t = useTexts(inboxTexts);
  const text = useText();
  const drawn = parked === null ? follows : follows.filter(({ texts }) => texts.length > 0);
  return (
    <>
      {parked === null ? null : <ParkedButton parked={parked} />}
      {drawn.length === 0 ? null : (
        <dl className="asking-follows" aria-label={t('follows')}>
          {drawn.map(({ port, label, texts }) => (
            <div key={port}>
              <dt>{text(label)}</dt>
              <dd>{texts.length === 0 ? t('nothing') : texts.map((one) => text(one)).join('；')}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Notes({ asking: { notes } }: { asking: ApprovalView }) {
  const t = useTexts(inboxTexts);
  const text = useText();
  if (notes.length === 0) return null;
  return (
    <ul className="asking-notes" aria-label={t('notes')}>
      {notes.map(({ at, by, text: said }) => (
        <li key={`${at}|${said.zh}`}>
          <strong>{text(by)}</strong> {text(said)} <TimeText at={at} />
        </li>
      ))}
    </ul>
  );
}
