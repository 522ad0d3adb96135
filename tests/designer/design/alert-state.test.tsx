// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertView } from '../../../rules-library/contract/alerts.ts';
import { AlertStateLine } from '../../../designer/design/parts/alert-state.tsx';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { alertOf } from '../support.ts';
import { prepareDom, show } from '../screen.tsx';

beforeEach(() => prepareDom());
afterEach(cleanup);

const at = '2026-03-01T02:00:00.000Z';
const wang = { zh: '王芳', en: 'Wang Fang' };
const lift = { zh: '解除挂起', en: 'Lift hold' };
const states: [Partial<AlertView>, string, string][] = [
  [{ state: 'raised' }, '已发出', 'Raised'],
  [{ state: 'delivered', screens: 3 }, '已到 3 人屏幕', 'On 3 screens'],
  [{ state: 'seen', seenBy: [{ by: wang, at }] }, '王芳 看过', 'Seen by Wang Fang'],
  [
    {
      state: 'seen',
      seenBy: [
        { by: wang, at },
        { by: lift, at },
      ],
    },
    '王芳 等 2 人看过',
    'Seen by Wang Fang and others, 2 in all',
  ],
  [
    { state: 'escalated', escalated: { at, rooms: ['role:manager', 'warehouse:WH03'] } },
    '没人回应，已转给管理、WH03 仓',
    'Unanswered, handed on to Manager, warehouse WH03',
  ],
  [{ state: 'expired' }, '到时没人回应', 'Nobody answered in time'],
  [
    { state: 'acknowledged', answer: { name: 'acknowledge-alert', label: lift, by: wang, at } },
    '王芳 已知晓',
    'Seen by Wang Fang',
  ],
  [
    { state: 'resolved', answer: { name: 'lift-hold', label: lift, by: wang, at } },
    '王芳 按了「解除挂起」',
    'Wang Fang pressed "Lift hold"',
  ],
  [{ state: 'resolved' }, '已不用处理', 'Nothing left to do'],
];

describe('how far an alert is', () => {
  it.each(states)('%o', (change, zh, en) => {
    setLanguage('zh');
    show(<AlertStateLine alert={alertOf(change)} />);
    expect(screen.getByText(zh)).toBeDefined();
    cleanup();
    setLanguage('en');
    show(<AlertStateLine alert={alertOf(change)} />);
    expect(screen.getByText(en)).toBeDefined();
  });

  it('tells the time left while somebody is waited for, and how late it is', () => {
    setLanguage('zh');
    const soon = new Date(Date.now() + 12.5 * 60_000).toISOString();
    show(<AlertStateLine alert={alertOf({ dueAt: soon })} />);
    expect(screen.getByText('还剩 12 分钟')).toBeDefined();
    cleanup();
    show(<AlertStateLine alert={alertOf({ state: 'expired', dueAt: at })} />);
    expect(screen.getByText(/^已超时/)).toBeDefined();
    cleanup();
    show(<AlertStateLine alert={alertOf({ state: 'acknowledged', dueAt: soon })} />);
    expect(screen.queryByText(/还剩/)).toBeNull();
  });
});
