import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../rules-library/contract/orders.ts';
import { wayOf, type WayTexts } from '../../../designer/orders/way.ts';
import { orderOf } from '../support.ts';

const texts: WayTexts = {
  received: { zh: '收到', en: 'Received' },
  decided: (decision) => ({ zh: `第 ${decision?.release} 版判定`, en: `Decided by ${decision?.release}` }),
  held: ({ code }) => ({ zh: `卡住：${code}`, en: `Held: ${code}` }),
};

function entry(id: string, type: string, decision: string | null = null): TimelineEntry {
  return {
    id,
    at: `2026-03-01T02:00:0${id}.000Z`,
    type,
    text: { zh: type, en: type },
    actor: 'system',
    actorName: null,
    decision,
    reason: null,
    voucher: null,
    changes: [],
  };
}

describe('the way of an order', () => {
  it('puts what one decision did into one station, then says where it is held and what may come', () => {
    const hold = {
      code: 'credit-exceeded',
      since: '2026-03-01T02:00:02.000Z',
      until: null,
      by: 'rule:3/f/n',
    };
    const way = wayOf(
      orderOf({ holds: [hold] }),
      [
        entry('1', 'order.received'),
        entry('2', 'decided', 'd1'),
        entry('3', 'held', 'd1'),
        entry('4', 'alert-raised', 'd1'),
        entry('5', 'tagged'),
      ],
      [],
      texts,
    );
    expect(way.map(({ when, label }) => `${when} ${label.zh}`)).toEqual([
      'past 收到',
      'past 第 undefined 版判定',
      'past tagged',
      'now 卡住：credit-exceeded',
      'ahead 已确认',
      'ahead 已放单',
      'ahead 拣货中',
    ]);
    expect(way[1]!.entries.map(({ id }) => id)).toEqual(['2', '3', '4']);
    expect(way[1]!.tone).toBe('hold');
  });

  it('says what brought it to where it is only once, and leaves notes to the list', () => {
    const confirmed = entry('2', 'order.confirmed');
    const way = wayOf(
      orderOf({ state: 'confirmed' }),
      [entry('1', 'order.received'), confirmed, entry('3', 'noted')],
      [],
      texts,
    );
    expect(way.map(({ when, label }) => `${when} ${label.zh}`)).toEqual([
      'past 收到',
      'now 已确认',
      'ahead 已放单',
      'ahead 拣货中',
      'ahead 已发货',
    ]);
    expect(way[1]).toMatchObject({ at: confirmed.at, entries: [confirmed] });
  });

  it('names what was changed', () => {
    const words = { zh: '无', en: 'none' };
    const label = { zh: '收货地址', en: 'Address' };
    const changed = {
      ...entry('2', 'order.changed'),
      changes: [{ field: 'shipTo', label, before: words, after: words }],
    };
    const way = wayOf(orderOf(), [entry('1', 'order.received'), changed], [], texts);
    expect(way[1]!.label).toEqual({ zh: '改动：收货地址', en: 'Changed: address' });
  });

  it('begins with the order coming in even when the history does not tell', () => {
    expect(wayOf(orderOf(), [], [], texts)[0]).toMatchObject({ when: 'past', at: orderOf().receivedAt });
  });

  it('is told in the same order when the history tells the decision before the receipt', () => {
    const way = wayOf(
      orderOf(),
      [entry('1', 'decided', 'd1'), entry('2', 'order.received', 'd1'), entry('3', 'tagged', 'd1')],
      [],
      texts,
    );
    expect(way.slice(0, 3).map(({ label }) => label.zh)).toEqual(['收到', '第 undefined 版判定', '待确认']);
    expect(way[1]!.entries.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('keeps the first station and the newest ones of a long history', () => {
    const long = Array.from({ length: 9 }, (_, index) =>
      entry(String(index), index === 0 ? 'order.received' : `e${index}`),
    );
    const past = wayOf(orderOf(), long, [], texts).filter(({ when }) => when === 'past');
    expect(past.map(({ label }) => label.zh)).toEqual(['收到', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8']);
  });

  it('has nothing ahead of an order that is over', () => {
    expect(
      wayOf(orderOf({ state: 'cancelled' }), [], [], texts).filter(({ when }) => when === 'ahead'),
    ).toEqual([]);
  });
});
