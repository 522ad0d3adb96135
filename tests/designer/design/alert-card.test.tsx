// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlertCard } from '../../../designer/design/parts/alert-card.tsx';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { alertOf } from '../support.ts';
import { answering, prepareDom, show } from '../screen.tsx';

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

const lift = {
  name: 'lift-hold',
  label: { zh: '解除挂起', en: 'Lift hold' },
  target: 'order:b2b~SH-183',
  input: { code: 'credit-exceeded' },
};
const done = { result: {}, text: { zh: '卡点已解除，订单继续走', en: 'Lifted' }, press: 'p1', alerts: [] };

describe('an alert card', () => {
  it('shows the buttons this person may press and no others', () => {
    show(<AlertCard alert={alertOf({ buttons: [lift] })} mayPress={['acknowledge-alert']} />);
    expect(screen.queryByRole('button', { name: '解除挂起' })).toBeNull();
    expect(screen.getByRole('button', { name: '已知晓' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'SH-183' }).getAttribute('href')).toBe('/orders/b2b~SH-183');
  });

  it('acknowledges at once and says what it did', async () => {
    const asked = answering({
      'POST /commands/acknowledge-alert': () => ({
        body: { ...done, text: { zh: '大家知道您看到了', en: 'Seen' } },
      }),
    });
    show(<AlertCard alert={alertOf()} mayPress={['acknowledge-alert']} />);
    await userEvent.click(screen.getByRole('button', { name: '已知晓' }));
    await screen.findByText('大家知道您看到了');
    expect(asked[0]!.body).toMatchObject({ target: 'alert:a1', input: {} });
    expect(asked[0]!.key).toMatch(/.{10}/);
  });

  it('asks for reason and voucher before a button that needs them, keeps what was typed over a refusal, and repeats under one key', async () => {
    let refused = false;
    const asked = answering({
      'POST /commands/lift-hold': () => {
        if (refused) return { body: done };
        refused = true;
        return {
          status: 409,
          body: {
            error: {
              code: 'refused',
              message: { zh: '还没有付款', en: 'Not paid yet' },
              details: {
                reasons: [{ code: 'x', text: { zh: '财务还没有确认', en: 'Finance has not confirmed' } }],
                cures: [],
              },
            },
          },
        };
      },
    });
    show(<AlertCard alert={alertOf({ buttons: [lift] })} mayPress={['lift-hold']} />);
    await userEvent.click(screen.getByRole('button', { name: '解除挂起' }));
    const sheet = within(await screen.findByRole('dialog'));
    await userEvent.click(sheet.getByRole('button', { name: '解除挂起' }));
    await sheet.findByText('请写原因');
    const pressed = () => asked.filter(({ method }) => method === 'POST');
    expect(pressed()).toEqual([]);

    await userEvent.click(sheet.getByText('电话'));
    await userEvent.type(sheet.getByLabelText('原因'), '客户已汇款');
    await userEvent.type(sheet.getByLabelText('原始凭证号'), 'CALL-31');
    await userEvent.click(sheet.getByRole('button', { name: '解除挂起' }));
    await sheet.findByText('财务还没有确认');
    expect(sheet.getByLabelText<HTMLInputElement>('原始凭证号').value).toBe('CALL-31');

    await userEvent.click(sheet.getByRole('button', { name: '解除挂起' }));
    await screen.findByText('卡点已解除，订单继续走');
    await waitFor(() => expect(pressed()).toHaveLength(2));
    expect(pressed()[1]!.body).toEqual({
      target: lift.target,
      input: lift.input,
      reason: '电话：客户已汇款',
      voucher: 'CALL-31',
    });
    expect(pressed()[1]!.key).toBe(pressed()[0]!.key);
  }, 40_000);
});
