// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ApprovalView } from '../../../rules-library/contract/approvals.ts';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { InboxPage } from '../../../designer/inbox/inbox-page.tsx';
import { PressButton } from '../../../designer/press/press-button.tsx';
import { answering, prepareDom, show } from '../screen.tsx';

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

const both = (text: string) => ({ zh: text, en: text });

function asking(fields: Partial<ApprovalView> = {}): ApprovalView {
  return {
    id: 'v1',
    kind: 'approval',
    state: 'open',
    at: '2025-12-12T00:00:00.000Z',
    subject: { kind: 'order', id: 'taobao~1', label: 'TB-1' },
    order: { customer: '王*', total: 50_000, quantity: 1, state: 'received', isRush: false },
    requester: both('小李'),
    source: null,
    parked: null,
    text: null,
    choices: [],
    answer: null,
    steps: [
      {
        id: 'a',
        who: both('审批'),
        state: 'open',
        escalated: false,
        dueAt: null,
        by: null,
        at: null,
        comment: null,
      },
    ],
    dueAt: null,
    waitsFor: both('审批'),
    plan: 'hash-1',
    round: 1,
    follows: [],
    notes: [],
    mine: true,
    why: null,
    ...fields,
  };
}

const parked: ApprovalView['parked'] = {
  command: 'change-amount',
  label: { zh: '修改金额', en: 'Change amount' },
  target: 'order:taobao~1',
  asked: false,
  reason: '客户来电',
  voucher: 'TEL-1',
  changes: [{ label: { zh: '优惠金额', en: 'Discount' }, before: both('¥0'), after: both('¥20') }],
};

it('says what button with what in it waits, why it was pressed, and approves exactly what is seen', async () => {
  const asked = answering({
    'GET /approvals': () => ({ body: { items: [asking({ parked })], next: null } }),
    'POST /commands/approve': () => ({
      body: { result: {}, text: both('已批准，「修改金额」已生效'), press: 'p1', alerts: [] },
    }),
  });
  show(<InboxPage />);
  const card = within(await screen.findByRole('article', { name: '审批 TB-1' }));
  card.getByText('批准后「修改金额」自动生效');
  card.getByText('优惠金额');
  card.getByText('¥0 → ¥20');
  card.getByText('原因：客户来电 · 凭证 TEL-1');
  await userEvent.click(card.getByRole('button', { name: '批准' }));
  await screen.findByText('已批准，「修改金额」已生效');
  expect(asked.find(({ url }) => url === '/commands/approve')?.body).toEqual({
    target: 'approval:v1',
    input: { plan: 'hash-1' },
  });
});

it('who may not decide sees why, and cannot press', async () => {
  const why = both('自己发起的不能自己批');
  const asked = answering({
    'GET /approvals': () => ({ body: { items: [asking({ why })], next: null } }),
  });
  show(<InboxPage />);
  await userEvent.click(await screen.findByRole('button', { name: '批准' }));
  await screen.findByText('自己发起的不能自己批');
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
});

it('a question is answered by one of its choices', async () => {
  const choices = [
    { id: 'yes', label: both('等') },
    { id: 'no', label: both('不等') },
  ];
  const question = asking({ kind: 'question', text: both('等得起吗'), choices, steps: [], plan: null });
  const asked = answering({
    'GET /approvals': () => ({ body: { items: [question], next: null } }),
    'POST /commands/answer': () => ({ body: { result: {}, text: both('答了'), press: 'p1', alerts: [] } }),
  });
  show(<InboxPage />);
  await userEvent.click(await screen.findByRole('button', { name: '不等' }));
  await expect
    .poll(() => asked.find(({ url }) => url === '/commands/answer')?.body)
    .toEqual({
      target: 'question:v1',
      input: { choice: 'no' },
    });
});

it('shows what I asked for with what became of it, and what is empty says what will come', async () => {
  const asked = answering({
    'GET /approvals': ({ url }) => ({
      body: {
        items: url.includes('scope=sent') ? [asking({ parked, state: 'rejected', mine: false })] : [],
        next: null,
      },
    }),
  });
  show(<InboxPage />);
  await screen.findByText('没有等您处理的事');
  await userEvent.click(screen.getByText('我提交的'));
  const card = within(await screen.findByRole('article', { name: '审批 TB-1' }));
  card.getByText('已驳回');
  expect(card.queryByRole('button', { name: '批准' })).toBeNull();
  expect(asked.at(-1)?.url).toContain('state=any');
});

it('a press that waits for approval says so and leads to where it is seen', async () => {
  answering({
    'POST /commands/mark-rush': () => ({
      status: 202,
      body: { pending: { approval: 'v1' }, text: both('「标记加急」等审批'), press: 'p1' },
    }),
    'GET /approvals': () => ({ body: { items: [], next: null } }),
  });
  show(
    <>
      <PressButton name="mark-rush" label={both('标记加急')} target="order:1" />
      <InboxPage />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: '标记加急' }));
  await screen.findByText('「标记加急」等审批');
  await userEvent.click(screen.getByRole('button', { name: '看进度' }));
  await screen.findByText('您还没有提交过要审批的事');
});
