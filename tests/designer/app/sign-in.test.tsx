// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../designer/i18n/language.ts';
import { SignInPage } from '../../../designer/sign-in/sign-in-page.tsx';
import { answering, prepareDom, show } from '../screen.tsx';

beforeEach(() => {
  prepareDom();
  setLanguage('zh');
});
afterEach(cleanup);

const people = [{ username: 'keeper', name: { zh: '孙建国', en: 'Sun Jianguo' }, role: 'keeper' }];
const options = { demo: true, people, setUpNeeded: false };
const wrong = {
  error: { code: 'not-signed-in', message: { zh: '用户名或密码不对，请重试。', en: 'Wrong. Try again.' } },
};

describe('signing in', () => {
  it('switches the language at once without losing what was typed', async () => {
    answering({ 'GET /session/options': () => ({ body: options }) });
    show(<SignInPage />, '/sign-in');
    await userEvent.type(await screen.findByLabelText('用户名'), 'linyue');
    await userEvent.click(screen.getByRole('button', { name: '切换到 English' }));
    expect(screen.getByLabelText<HTMLInputElement>('User name').value).toBe('linyue');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign in');
    expect(document.documentElement.lang).toBe('en');
    act(() => setLanguage('zh'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('登录');
  });

  it('enters as somebody of a demo store by one click, and says in words what went wrong', async () => {
    const asked = answering({
      'GET /session/options': () => ({ body: options }),
      'POST /session': () => ({ status: 401, body: wrong }),
    });
    show(<SignInPage />, '/sign-in');
    await userEvent.click(await screen.findByRole('button', { name: /孙建国/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('用户名或密码不对，请重试。');
    expect(asked.at(-1)!.body).toMatchObject({ username: 'keeper' });
  });

  it('says how the first person is made when nobody exists', async () => {
    answering({ 'GET /session/options': () => ({ body: { demo: false, people: [], setUpNeeded: true } }) });
    show(<SignInPage />, '/sign-in');
    await screen.findByText('还没有人可以登录');
    expect(screen.queryByLabelText('密码')).toBeNull();
  });
});
