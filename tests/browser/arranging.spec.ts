import type { Page } from '@playwright/test';
import { signIn } from '../support/api.ts';
import { expect, test, windowOf } from './support.ts';

const pictures = new URL('../../test-results/', import.meta.url).pathname;

/** A drawing whose blocks lie on a heap. */
const heap = {
  id: 'heap',
  name: { zh: '一堆积木', en: 'A heap' },
  nodes: [
    { id: 't', kind: 'order.received' },
    {
      id: 'k',
      kind: 'condition-group',
      params: {
        conditions: {
          all: [{ id: 'c1', fact: 'customer.creditLimit', operator: 'lessThan', value: 10_000 }],
        },
      },
    },
    { id: 'y', kind: 'hold-order', params: { code: 'credit-exceeded' } },
    { id: 'n', kind: 'mark-rush' },
  ],
  edges: [
    { id: 'e1', from: { node: 't', port: 'next' }, to: 'k' },
    { id: 'e2', from: { node: 'k', port: 'yes' }, to: 'y' },
    { id: 'e3', from: { node: 'k', port: 'no' }, to: 'n' },
  ],
  layout: { t: { x: 0, y: 0 }, k: { x: 60, y: 40 }, y: { x: -40, y: 90 }, n: { x: 30, y: 130 } },
};

const blocks = (page: Page) => page.locator('[data-testid^="node-"]');
const top = async (page: Page, id: string): Promise<number> =>
  (await page.getByTestId(`node-${id}`).boundingBox())!.y;

test('blocks are tidied, found, copied into another window and taken back, by keys alone', async ({
  browser,
  server,
}) => {
  const operations = await signIn(server.url, 'operations');
  await operations.send('POST', '/flows', { flow: heap });
  await operations.send('POST', '/flows', {
    flow: { ...heap, id: 'other', nodes: heap.nodes.slice(0, 1), edges: [] },
  });
  const { page, context } = await windowOf(browser, server.url, 'operations');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.url}/rules/heap`);
  await expect(blocks(page)).toHaveCount(4);

  await test.step('one press lays the heap out, one step back brings it back', async () => {
    const heaped = (await top(page, 'k')) - (await top(page, 't'));
    await page.getByRole('button', { name: '整理' }).click();
    await expect
      .poll(async () => (await top(page, 'k')) - (await top(page, 't')))
      .toBeGreaterThan(heaped + 40);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${pictures}arranging-tidy.png` });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await top(page, 'k')) - (await top(page, 't'))).toBeLessThan(heaped + 40);
    await page.keyboard.press('Control+Shift+z');
  });

  await test.step('where the credit limit is used', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('combobox', { name: '在图里找' }).fill('xyed');
    await page.screenshot({ path: `${pictures}arranging-find.png` });
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('node-k')).toHaveClass(/block-chosen/);
    await page.keyboard.press('Escape');
  });

  await test.step('copied in place, and into the flow of another window without a second trigger', async () => {
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 300 } });
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('toolbar', { name: '对所选积木' })).toContainText('选了 4 块');
    await page.screenshot({ path: `${pictures}arranging-chosen.png` });
    await page.keyboard.press('Control+d');
    await expect(blocks(page)).toHaveCount(7);
    await page.keyboard.press('Control+z');
    await expect(blocks(page)).toHaveCount(4);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const other = await context.newPage();
    await other.goto(`${server.url}/rules/other`);
    await expect(blocks(other)).toHaveCount(1);
    await other.locator('.react-flow__pane').click({ position: { x: 20, y: 300 } });
    await other.keyboard.press('Control+v');
    await expect(blocks(other)).toHaveCount(4);
    await expect(other.getByText('复制来的触发没有放进来')).toBeVisible();
    await other.screenshot({ path: `${pictures}arranging-pasted.png` });
    await expect(other.locator('.react-flow__edge')).toHaveCount(2);
    await other.keyboard.press('Control+z');
    await expect(blocks(other)).toHaveCount(1);
  });

  await test.step('in line and in a frame, by the bar', async () => {
    await page.getByRole('button', { name: '对齐' }).click();
    await page.getByRole('menuitem', { name: '左边对齐' }).click();
    const lefts = await blocks(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(1);
    await page.getByRole('button', { name: '加框' }).click();
    await expect(blocks(page)).toHaveCount(5);
    await page.screenshot({ path: `${pictures}arranging-framed.png` });
  });
});
