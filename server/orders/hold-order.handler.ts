import { holdCodes } from '../../rules-library/choices/hold-codes.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, isRefusal, type Press } from '../door/handler.ts';
import { setTimer } from '../timers/timer.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { StoredHold } from './order.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Input {
  code: string;
  until?: string;
  atUntil?: 'lift' | 'ask';
  blocks?: string[];
  lines?: string[];
}

/** The timer action of holds. */
export const holdTimer = 'hold';

const usualBlocks = ['release', 'ship'];

/** What an order waits for, in words; the company's own codes stand for themselves. */
export function holdLabel(code: string): Text {
  const own = code.replace(/^own\./, '');
  return holdCodes.find(({ value }) => value === code)?.label ?? { zh: own, en: own };
}

/** Lets the order wait for something named. One hold per code: holding it again only moves its expectation. */
export const holdOrderHandler = defineHandler<Input>({
  name: 'hold-order',
  needs: needsOrder,
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { code, blocks = usualBlocks, lines } = press.input;
    const known = order.holds.find((hold) => hold.code === code);
    const unknownLine = lines?.find((id) => !order.lines.some(({ lineId }) => lineId === id));
    if (unknownLine !== undefined) {
      return {
        refused: {
          code: 'bad-input',
          path: 'input.lines',
          message: {
            zh: `订单没有明细「${unknownLine}」`,
            en: `The order has no line "${unknownLine}"`,
          },
        },
      };
    }
    const until = press.input.until === undefined ? (known?.until ?? null) : Date.parse(press.input.until);
    const atUntil = press.input.atUntil ?? known?.atUntil;
    const timer = timerOf(press, order._id, until, known);
    const hold: StoredHold = {
      code,
      since: known?.since ?? state.now,
      until,
      by: known?.by ?? press.actor.id,
      blocks,
      ...(lines === undefined ? {} : { lines }),
      ...(atUntil === 'lift' ? { atUntil } : {}),
      ...(timer === undefined ? {} : { timer }),
    };
    const label = holdLabel(code);
    const text = { zh: `挂起：${label.zh}`, en: `Held: ${label.en}` };
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(hold)) return unchanged(order, text);
    const holds = [...order.holds.filter((one) => one !== known), hold];
    return orderChanged({
      after: { ...order, holds },
      note: { type: 'held', text, data: { code } },
      press,
      state,
      audit: {
        before: { holds: order.holds.map((one) => one.code) },
        after: { holds: holds.map((one) => one.code) },
      },
      more:
        until === null || timer === undefined || timer === known?.timer
          ? []
          : [setTimer({ _id: timer, due: until, kind: holdTimer, of: code, order: order._id })],
    });
  },
});

/** One timer per expectation; the one before it finds its hold waiting for another, and does nothing. */
function timerOf(
  press: Press<Input>,
  order: string,
  until: number | null,
  known: StoredHold | undefined,
): string | undefined {
  if (until === null) return undefined;
  if (known?.timer !== undefined && known.until === until) return known.timer;
  return `${order}|${press.input.code}|${press.id}`;
}
