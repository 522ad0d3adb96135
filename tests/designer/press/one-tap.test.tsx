// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { PressButton } from '../../../designer/press/press-button.tsx';
import { answering, prepareDom, show } from '../screen.tsx';

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

const lock = { zh: '一键锁库', en: 'Lock stock' };

it('one tap locks without a form, says what was locked where, and can be taken back while the seconds run', async () => {
  const asked = answering({
    'POST /commands/lock-stock': () => ({
      body: {
        result: {},
        text: { zh: '苏州仓锁 2 件，加急层', en: 'Locked 2 in Suzhou' },
        press: 'p1',
        alerts: [],
        undo: { name: 'undo-lock', until: new Date(Date.now() + 45_000).toISOString() },
      },
    }),
    'POST /commands/undo-lock': () => ({
      body: { result: {}, text: { zh: '已撤销', en: 'Taken back' }, press: 'p2', alerts: [] },
    }),
  });
  show(<PressButton name="lock-stock" label={lock} target="alert:a1" />);
  await userEvent.click(screen.getByRole('button', { name: '一键锁库' }));
  await screen.findByText('苏州仓锁 2 件，加急层');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked[0]).toMatchObject({ body: { target: 'alert:a1', input: {} } });
  await userEvent.click(await screen.findByRole('button', { name: /撤销 · 4[45] 秒/ }));
  await screen.findByText('已撤销');
  expect(asked[1]).toMatchObject({ url: '/commands/undo-lock', body: { target: 'press:p1' } });
  expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull();
});

it('the seconds count from the answer on a screen whose clock is wrong', async () => {
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  answering({
    'POST /commands/lock-stock': () => ({
      body: {
        result: {},
        text: { zh: '锁好了', en: 'Locked' },
        press: 'p1',
        alerts: [],
        undo: { name: 'undo-lock', until: anHourAgo },
      },
    }),
  });
  show(<PressButton name="lock-stock" label={lock} target="order:o1" />);
  await userEvent.click(screen.getByRole('button', { name: '一键锁库' }));
  expect(await screen.findByRole('button', { name: /撤销 · (60|59) 秒/ })).toBeTruthy();
});
