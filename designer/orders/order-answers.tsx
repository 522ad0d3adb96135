import type { ReactNode } from 'react';
import type { HoldView, OrderView } from '../../rules-library/contract/orders.ts';
import { paymentMethods, paymentStates } from '../../rules-library/choices/index.ts';
import { liftHold } from '../../rules-library/commands/lift-hold.command.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { moneyText } from '../design/format-number.ts';
import { durationText } from '../design/format-time.ts';
import { Money } from '../design/parts/money.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { useActorText } from './actor-text.ts';
import { orderTexts } from './order.texts.ts';
import { useOrderButtons } from './use-order.ts';
import { holdText } from './way.ts';

const ended = new Set(['closed', 'cancelled', 'archived', 'delivered']);

/** The four answers, always in the same place. */
export function OrderAnswers({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const { holds, payment, requestedDelivery, state } = order;
  return (
    <section className="card answers" aria-label={t('answers')}>
      <Answer title={t('waitsFor')}>
        {holds.length === 0 ? (
          <p className="answer-value answer-good">{ended.has(state) ? t('ended') : t('moving')}</p>
        ) : (
          holds.map((hold) => <Hold key={`${hold.code}|${hold.since}`} order={order} hold={hold} />)
        )}
      </Answer>
      <Answer title={t('freed')}>
        {holds.length === 0 ? (
          <p className="answer-value answer-none">{t('freedNone')}</p>
        ) : (
          <Freed holds={holds} />
        )}
      </Answer>
      <Answer title={t('wanted')}>
        {requestedDelivery === null ? (
          <p className="answer-value answer-none">{t('wantedNone')}</p>
        ) : (
          <Wanted at={requestedDelivery} over={ended.has(state)} />
        )}
      </Answer>
      <Answer title={t('amount')}>
        <p className="answer-value">
          <Money fen={order.total} />
        </p>
        <p className="answer-note">
          {[
            payment.status === null ? null : text(choiceLabel(paymentStates, payment.status)),
            payment.method === null ? null : text(choiceLabel(paymentMethods, payment.method)),
            payment.paid === null || payment.paid === 0
              ? null
              : t('paidPart', { paid: moneyText(payment.paid) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </Answer>
    </section>
  );
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="answer">
      <h2 className="answer-title">{title}</h2>
      {children}
    </div>
  );
}

/** What it waits for, since when, by whom, and beside it the button that lifts it. */
function Hold({ order, hold }: { order: OrderView; hold: HoldView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const actorText = useActorText();
  const lift = useOrderButtons(order.id).data?.find(({ name }) => name === liftHold.name);
  return (
    <div className="answer-hold">
      <p className="answer-value answer-held">{text(holdText(hold))}</p>
      <p className="answer-note">
        {t('waited', { time: durationText(now - Date.parse(hold.since), language) })} ·{' '}
        {t('heldBy', { who: actorText(hold.by) })}
      </p>
      {lift === undefined ? null : (
        <PressButton
          name={lift.name}
          label={lift.label}
          target={`order:${order.id}`}
          input={{ code: hold.code }}
          needsReason={lift.needsReason}
          about={`${order.externalId} · ${text(holdText(hold))}`}
          why={lift.enabled ? undefined : lift.why}
          size="small"
        />
      )}
    </div>
  );
}

/** The latest of the times that were given: only then is it free. */
function Freed({ holds }: { holds: readonly HoldView[] }) {
  const t = useTexts(orderTexts);
  const untils = holds.map(({ until }) => until);
  const latest = untils
    .filter((until) => until !== null)
    .toSorted()
    .at(-1);
  if (latest === undefined || untils.includes(null)) {
    return <p className="answer-value answer-none">{t('freedUnknown')}</p>;
  }
  return (
    <p className="answer-value">
      <TimeText at={latest} />
    </p>
  );
}

function Wanted({ at, over }: { at: string; over: boolean }) {
  const t = useTexts(orderTexts);
  const language = useLanguage();
  const now = useNow();
  const left = Date.parse(at) - now;
  return (
    <>
      <p className="answer-value">
        <TimeText at={at} />
      </p>
      {over ? null : (
        <p className={`answer-note ${left < 0 ? 'answer-late' : 'answer-good'}`}>
          {left < 0
            ? t('wantedLate', { time: durationText(-left, language) })
            : t('wantedLeft', { time: durationText(left, language) })}
        </p>
      )}
    </>
  );
}
