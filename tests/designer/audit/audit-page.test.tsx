// @vitest-environment jsdom
import { cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFile } from '../../../designer/audit/audit-file.ts';
import { auditFilterOf, auditQuery, auditSearchOf } from '../../../designer/audit/audit-filter.ts';
import { AuditPage } from '../../../designer/audit/audit-page.tsx';
import { sessionQuery } from '../../../designer/app/session.ts';
import { setLanguage } from '../../../designer/i18n/language.ts';
import type { AuditEntryView } from '../../../rules-library/contract/audit.ts';
import { useQuery } from '@tanstack/react-query';
import { answering, prepareDom, show } from '../screen.tsx';

const entry: AuditEntryView = {
  id: 'p1',
  at: '2026-03-01T02:00:00.000Z',
  command: 'lift-hold',
  button: { zh: '解除挂起', en: 'Lift hold' },
  target: 'order:o1',
  object: { kind: { zh: '订单', en: 'Order' }, name: { zh: 'TB-1', en: 'TB-1' } },
  actor: 'person:operations',
  actorName: { zh: '林晓雯', en: 'Lin Xiaowen' },
  roles: [{ zh: '运营', en: 'Operations' }],
  reason: '=客户已付款',
  voucher: 'T-1',
  release: 3,
  decision: null,
  text: { zh: '解除挂起：等付款', en: 'Hold lifted: awaiting payment' },
  changes: [
    {
      label: { zh: '当前卡点', en: 'Holds' },
      before: { zh: '等付款', en: 'Awaiting payment' },
      after: { zh: '无', en: 'none' },
    },
  ],
  before: { holds: ['awaiting-payment'] },
  after: { holds: [] },
  refused: false,
  sealed: true,
  seal: 12,
};
const session = {
  person: { id: 'manager', name: { zh: '高文博', en: 'Gao Wenbo' }, roles: ['manager'], warehouse: null },
  buttons: [],
  rooms: [],
  demo: true,
  company: { name: { zh: '公司', en: 'Company' }, zone: 'Asia/Shanghai' },
};
const whole = {
  seals: 12,
  entries: 40,
  problems: [] as object[],
  next: null,
  checkpoints: { count: 2, problems: [] },
  files: { count: 1, entries: 9, problems: [] as object[] },
};

// A busy machine may take a while to draw.
configure({ asyncUtilTimeout: 10_000 });

/** As the shell does: draws the screen once it is known who is signed in. */
function Signed() {
  const { data } = useQuery(sessionQuery);
  return data === undefined ? null : <AuditPage />;
}

const answers = (verification = whole, items = [entry], roles = ['manager']) =>
  answering({
    'GET /session': () => ({ body: { ...session, person: { ...session.person, roles } } }),
    'GET /reasons': () => ({ body: { items: [{ zh: '客户要求', en: 'Asked for' }], list: null } }),
    'PUT /catalog/lists': () => ({ body: { added: 1, changed: 0, same: 0, rejected: [] } }),
    'GET /audit': () => ({ body: { items, next: null } }),
    'GET /audit/people': () => ({
      body: { items: [{ actor: 'person:keeper', name: { zh: '孙建国', en: 'Sun' } }], next: null },
    }),
    'GET /audit/verification': () => ({ body: verification }),
  });

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

describe('the audit', () => {
  it('tells each press with before and after, reason and voucher, and that all is as it was written', async () => {
    answers();
    show(<Signed />, '/audit');
    const row = (await screen.findByText('解除挂起：等付款')).closest('li')!;
    for (const text of [
      '林晓雯',
      '运营',
      '当前卡点：等付款 → 无',
      '=客户已付款',
      'T-1',
      '发布版本 3',
      '已封存',
    ])
      expect(within(row).getByText(text)).toBeTruthy();
    expect(await screen.findByText('留痕完整')).toBeTruthy();
  });

  it('says place by place what was tampered with', async () => {
    answers({
      ...whole,
      problems: [
        { seal: 5, entry: 'p9', problem: 'changed' },
        { seal: 0, entry: 'p7', problem: 'unnamed' },
      ],
      files: { ...whole.files, problems: [{ file: 'audit-2026-02-20.ndjson', problem: 'removed' }] },
    });
    show(<Signed />, '/audit');
    expect(await screen.findByText('留痕被动过：3 处')).toBeTruthy();
    expect(screen.getByText('第 5 环 · 留痕 p9 被改动')).toBeTruthy();
    expect(screen.getByText('链条之外 · 留痕 p7 是后来塞进去的')).toBeTruthy();
    expect(screen.getByText('audit-2026-02-20.ndjson 被删除')).toBeTruthy();
  });

  it('shows the history of one object when that is pressed, and what to do when nothing fits', async () => {
    const asked = answers();
    show(<Signed />, '/audit');
    await userEvent.click(await screen.findByRole('button', { name: '订单 TB-1' }));
    expect(asked.at(-1)!.url).toContain('object=order%3Ao1');
    expect(asked.at(-1)!.url).toContain('by=all');
    cleanup();
    answers(whole, []);
    show(<Signed />, '/audit?command=ship');
    expect(await screen.findByText('没有符合的留痕')).toBeTruthy();
  });

  it('keeps the reasons people choose from, one a line', async () => {
    const asked = answers(whole, [entry], ['steward']);
    show(<Signed />, '/audit');
    await userEvent.click(await screen.findByRole('button', { name: '改单原因' }));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('改单原因');
    expect(field.value).toBe('客户要求');
    await userEvent.click(field);
    await userEvent.paste('\n缺货换货\n\n客户要求');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    const put = asked.find(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({ items: [{ id: 'change-reasons', entries: ['客户要求', '缺货换货'] }] });
  });

  it('keeps its filter in the address, days on the company’s clock', () => {
    const search = new URLSearchParams(
      'actor=person:keeper&from=2026-03-01&to=2026-03-01&all=yes&nonsense=1',
    );
    const filter = auditFilterOf(search);
    expect(auditFilterOf(auditSearchOf(filter))).toEqual(filter);
    expect(auditQuery(filter, 'Asia/Shanghai')).toMatchObject({
      actor: 'person:keeper',
      by: 'all',
      from: '2026-03-01T00:00:00+08:00',
      to: '2026-03-02T00:00:00+08:00',
    });
    expect(auditFilterOf(new URLSearchParams('from=yesterday'))).toEqual({});
  });

  it('goes into a file that no spreadsheet takes for formulas', () => {
    const [heading, line] = auditFile([entry], 'zh').slice(1).split('\r\n');
    expect(heading).toContain('改单原因,原始凭证号');
    expect(line).toContain("'=客户已付款,T-1,3");
  });
});
