import type { ReactNode } from 'react';
import type { OrderView, WaitView } from '../../rules-library/contract/orders.ts';
import { paymentMethods, paymentStates } from '../../rules-library/choices/index.ts';
import { liftHold } from '../../rules-library/commands/lift-hold.command.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { moneyText } from '../design/format-number.ts';
import { durationText, nearTime } from '../design/format-time.ts';
import { Money } from '../design/parts/money.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { useActorText } from './actor-text.ts';
import { orderTexts } from './order.texts.ts';
import { useOrderButtons } from './use-order.ts';

const ended = new Set(['closed', 'cancelled', 'archived', 'delivered']);

/** The four answers, always in the same place. */
export function OrderAnswers({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const { waits, payment, requestedDelivery, state } = order;
  return (
    <section className="card answers" aria-label={t('answers')}>
      <Answer title={t('waitsFor')}>
        {waits.length === 0 ? (
          <p className="answer-value answer-good">{t('ended')}</p>
        ) : (
          waits.map((wait) => <Waiting key={`${wait.code}|${wait.since}`} order={order} wait={wait} />)
        )}
      </Answer>
      <Answer title={t('freed')}>
        {waits.length === 0 ? (
          <p className="answer-value answer-none">{t('freedNone')}</p>
        ) : (
          <Freed waits={waits} />
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

/** What it waits for, since when, by whom, and beside a hold the button that lifts it. */
function Waiting({ order, wait }: { order: OrderView; wait: WaitView }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const actorText = useActorText();
  const held = wait.kind === 'hold';
  const lift = useOrderButtons(order.id).data?.find(({ name }) => name === liftHold.name);
  return (
    <div className="answer-hold">
      <p className={`answer-value ${held ? 'answer-held' : ''}`}>{text(wait.label)}</p>
      <p className="answer-note">
        {t('waited', { time: durationText(now - Date.parse(wait.since), language) })}
        {wait.by === null ? null : <> · {t('heldBy', { who: actorText(wait.by) })}</>}
      </p>
      {lift === undefined || !held ? null : (
        <PressButton
          name={lift.name}
          label={lift.label}
          target={`order:${order.id}`}
          input={{ code: wait.code }}
          needsReason={lift.needsReason}
          about={`${order.externalId} · ${text(wait.label)}`}
          why={lift.enabled ? undefined : lift.why}
          size="small"
        />
      )}
    </div>
  );
}

/** When the last of them ends: as whoever holds it said, else as long as such waits took before. */
function Freed({ waits }: { waits: readonly WaitView[] }) {
  const t = useTexts(orderTexts);
  const language = useLanguage();
  const now = useNow();
  const near = (at: string): string => nearTime(Date.parse(at), now, language);
  const last = waits
    .map((wait) => ({ ...wait, ends: wait.until ?? wait.estimate?.median ?? null }))
    .toSorted((one, other) => (one.ends ?? '~').localeCompare(other.ends ?? '~'))
    .at(-1);
  if (last === undefined || last.ends === null)
    return (
      <p className={`answer-value ${last?.longest === true ? 'answer-late' : 'answer-none'}`}>
        {last?.longest === true ? t('estimateLongest') : t('estimateFew')}
      </p>
    );
  const { estimate } = last;
  return (
    <>
      <p className="answer-value">
        <TimeText at={last.ends} as="near" />
      </p>
      {estimate === null ? null : (
        <>
          <p className="answer-note">
            {last.until === null
              ? t('estimateMost', { time: near(estimate.most) })
              : t('estimateSaid', { time: near(estimate.median) })}
          </p>
          <p className="answer-note">{t('estimateFrom', { count: estimate.samples })}</p>
        </>
      )}
    </>
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
