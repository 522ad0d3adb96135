// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
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

const target = 'order:b2b~SH-1';
const done = { result: {}, text: { zh: '做完了', en: 'Done' }, press: 'p1', alerts: [] };

it('a press a gate refuses says why, leads to the rule, and can be cured and pressed again', async () => {
  let checked = false;
  const asked = answering({
    'POST /commands/set-tag': () => {
      checked = true;
      return { body: done };
    },
    'POST /commands/mark-rush': () =>
      checked
        ? { body: done }
        : {
            status: 409,
            body: {
              error: {
                code: 'refused',
                message: { zh: '「标记加急」被拦下：先核对', en: 'Stopped: check first' },
                details: {
                  decision: 'd1',
                  reasons: [
                    { code: 'other', text: { zh: '先核对', en: 'Check first' }, rule: 'rush-gate/no' },
                  ],
                  cures: [{ name: 'set-tag', target, input: { tag: '已核对' } }],
                },
              },
            },
          },
  });
  show(<PressButton name="mark-rush" label={{ zh: '标记加急', en: 'Mark as rush' }} target={target} />);
  await userEvent.click(screen.getByRole('button', { name: '标记加急' }));
  const sheet = within(await screen.findByRole('dialog'));
  await sheet.findByText('先核对');
  // The whole is not said a second time above its parts.
  expect(sheet.queryByText(/被拦下/)).toBeNull();
  expect(sheet.getByRole('link', { name: '看规则' }).getAttribute('href')).toBe(
    '/rules/rush-gate?node=no&decision=d1',
  );
  await userEvent.click(sheet.getByRole('button', { name: '打标签「已核对」' }));
  await sheet.findByText('已处理，现在可以再按一次');
  await userEvent.click(sheet.getByRole('button', { name: '标记加急' }));
  await expect.poll(() => asked.length).toBe(3);
  expect(asked.map(({ url }) => url)).toEqual([
    '/commands/mark-rush',
    '/commands/set-tag',
    '/commands/mark-rush',
  ]);
  // Another press: the first one's answer is a refusal for ever.
  expect(asked[2]!.key).not.toBe(asked[0]!.key);
}, 40_000);
