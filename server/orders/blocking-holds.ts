import { minutesText } from '../../rules-library/sentences/format-number.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Refusal } from '../door/handler.ts';
import { holdLabel } from './hold-order.handler.ts';
import type { StoredHold, StoredOrder } from './order.ts';
import { notNow, type Cure } from './refusal.ts';

/** Buttons that end what a hold waits for, beside lifting it. */
const endedBy: Readonly<Record<string, string>> = {
  'awaiting-payment': 'record-payment',
  'address-problem': 'change-address',
};

/** Why holds keep this from happening, each with how long it has been and what lifts it; null when none does. */
export function refusedByHolds(order: StoredOrder, what: string, now: number): Refusal | null {
  const holds = order.holds.filter(({ blocks }) => blocks.includes(what));
  if (holds.length === 0) return null;
  const labels = holds.map(({ code }) => holdLabel(code));
  return notNow(
    order,
    {
      zh: `还卡着：${labels.map(({ zh }) => zh).join('、')}。先解除再按`,
      en: `Still held: ${labels.map(({ en }) => en.toLowerCase()).join(', ')}. Lift that first`,
    },
    holds.map((hold) => ({ code: hold.code, text: waitingText(hold, now) })),
    holds.flatMap(({ code }): Cure[] => [
      ...(endedBy[code] === undefined ? [] : [{ name: endedBy[code] }]),
      { name: 'lift-hold', input: { code } },
    ]),
  );
}

function waitingText({ code, since }: StoredHold, now: number): Text {
  const label = holdLabel(code);
  const minutes = Math.max(1, Math.floor((now - since) / 60_000));
  return {
    zh: `${label.zh}，已等 ${minutesText(minutes, 'zh')}`,
    en: `${label.en}, for ${minutesText(minutes, 'en')}`,
  };
}
