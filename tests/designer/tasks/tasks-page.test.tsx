// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EachRun } from '../../../rules-library/contract/each.ts';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { TasksPage } from '../../../designer/tasks/tasks-page.tsx';
import { timeLeft } from '../../../designer/tasks/time-left.ts';
import { answering, prepareDom, show } from '../screen.tsx';

vi.mock('../../../designer/app/session.ts', async (original) => ({
  ...(await original<object>()),
  useMayPress: () => true,
}));

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

function run(fields: Partial<EachRun>): EachRun {
  return {
    id: 'e1',
    flow: 'sweep',
    flowName: { zh: '每天清理', en: 'Daily sweep' },
    node: 'all',
    release: 1,
    of: 'open-orders',
    state: 'running',
    at: '2025-12-12T00:00:00.000Z',
    endedAt: null,
    looked: 100,
    total: 40,
    done: 10,
    skipped: 1,
    ...fields,
  };
}

it('shows how far each is, and stops one that is going on', async () => {
  const ended = run({
    id: 'e0',
    flowName: { zh: '旧的', en: 'Old' },
    state: 'done',
    done: 40,
    endedAt: '2025-12-11T00:00:00.000Z',
  });
  const asked = answering({
    'GET /each-runs': () => ({ body: { items: [run({}), ended], next: null } }),
    'POST /commands/stop-each': () => ({
      body: { result: {}, text: { zh: '已停止，处理了 10 / 40', en: 'Stopped' }, press: 'p1', alerts: [] },
    }),
  });
  show(<TasksPage />);
  const card = within(await screen.findByRole('article', { name: '每天清理' }));
  card.getByText('处理中');
  card.getByText(/10 \/ 40 单 · 1 单轮到时已结束/);
  expect(within(screen.getByRole('article', { name: '旧的' })).queryByRole('button')).toBeNull();
  await userEvent.click(card.getByRole('button', { name: '停止逐一处理' }));
  await screen.findByText('已停止，处理了 10 / 40');
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ input: { run: 'e1' } });
});

it('says what will come where nothing is', async () => {
  answering({ 'GET /each-runs': () => ({ body: { items: [], next: null } }) });
  show(<TasksPage />);
  await screen.findByText('还没有任务');
});

it('the rest is expected at the speed so far, once that says anything', () => {
  const at = '2025-12-12T00:00:00.000Z';
  const now = Date.parse(at) + 60_000;
  expect(timeLeft({ state: 'running', done: 10, total: 40, at }, now)).toBe(180_000);
  expect(timeLeft({ state: 'running', done: 2, total: 40, at }, now)).toBeNull();
  expect(timeLeft({ state: 'done', done: 40, total: 40, at }, now)).toBeNull();
});
