import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeKey, signIn } from '../support/api.ts';
import { expect, test, windowOf } from './support.ts';

test.setTimeout(180_000);

const next = (from: string, to: string, order = 1) => ({ from: { node: from, port: 'next' }, to, order });

/** A flow with an empty table and score card, and what follows from their results. */
const flow = {
  id: 'discounts',
  name: { zh: '折扣与优先级', en: 'Discounts' },
  nodes: [
    { id: 'n1', kind: 'order.received', params: {} },
    {
      id: 'n2',
      kind: 'decision-table',
      title: { zh: '折扣', en: 'Discount' },
      params: {
        hitPolicy: 'FIRST',
        inputs: [
          { id: 'input-1', fact: 'order.channel' },
          { id: 'input-2', fact: 'order.total' },
        ],
        outputs: [{ id: 'output-1', label: { zh: '折扣', en: 'Discount' }, type: 'percent' }],
        rows: [{ id: 'row-1', when: {}, then: {} }],
      },
    },
    {
      id: 'n3',
      kind: 'condition-group',
      params: {
        whenMissing: 'no',
        conditions: {
          all: [
            { id: 'c1', fact: 'discounts.n2.output-1', operator: 'greaterThanInclusive', value: 10 },
            { id: 'c2', fact: 'discounts.n4.score', operator: 'greaterThanInclusive', value: 30 },
          ],
        },
      },
    },
    {
      id: 'n4',
      kind: 'score-card',
      params: {
        rows: [
          {
            id: 'row-1',
            conditions: { id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 100_000 },
            points: 10,
          },
        ],
        bands: [],
      },
    },
    { id: 'n5', kind: 'set-tag', params: { tag: '大折扣' } },
  ],
  edges: [
    next('n1', 'n4'),
    next('n4', 'n2'),
    next('n2', 'n3'),
    { from: { node: 'n3', port: 'yes' }, to: 'n5', order: 1 },
  ],
  layout: {
    n1: { x: 0, y: 0 },
    n4: { x: 0, y: 160 },
    n2: { x: 0, y: 320 },
    n3: { x: 0, y: 480 },
    n5: { x: 0, y: 660 },
  },
};

/** As a spreadsheet puts it on the clipboard. */
async function pasteBlock(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('a decision table and a score card are filled in by keyboard and paste, and decide an order', async ({
  browser,
  server,
}) => {
  const operations = await signIn(server.url, 'operations');
  expect((await operations.send('POST', '/flows', { flow })).status).toBe(201);
  const { page, context } = await windowOf(browser, server.url, 'operations');
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);

  await test.step('the table, by keyboard alone', async () => {
    await page.goto(`${server.url}/rules/discounts?node=n2`);
    await page.locator('[data-action="open-table"]').press('Enter');
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.locator('.cell-editor')).toBeFocused();
    await page.keyboard.type('淘宝');
    await expect(page.locator('.cell-reads')).toContainText('渠道 是 淘宝');
    await page.keyboard.press('Tab');
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await expect(page.locator('.cell-wrong')).toContainText('不是金额');
    await page.keyboard.press('Escape');
    await page.keyboard.type('≥ 5000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(cell(0, 1)).toHaveText('≥ ¥5,000');
    await expect(cell(0, 2)).toHaveText('12%');
  });

  await test.step('the hole in it is told, and closed by a pasted block', async () => {
    await expect(page.locator('.table-sheet [data-finding="gap"]')).toBeVisible({ timeout: 20_000 });
    await page.keyboard.press('Control+Enter');
    await pasteBlock(page, '渠道\t订单金额\t折扣\n淘宝、京东\t1000–5000\t5\n火星\t\t0\n');
    const report = page.getByTestId('paste-report');
    await expect(report).toContainText('第一行是列名');
    await expect(report).toContainText('没有「火星」');
    await expect(cell(1, 0)).toHaveText('淘宝、京东');
    await expect(cell(2, 2)).toHaveText('0%');
    await expect(page.locator('.table-sheet [data-finding="gap"]')).toHaveCount(0, { timeout: 20_000 });
  });

  await test.step('each gesture is one step back', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.locator('.grid-body [data-row]')).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(page.locator('.grid-body [data-row]')).toHaveCount(3);
    await cell(2, 0).click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(cell(1, 2)).toHaveText('0%');
    await page.keyboard.press('Control+z');
    await expect(cell(2, 2)).toHaveText('0%');
  });

  await test.step('rows are dragged by their numbers', async () => {
    const grip = async (row: number) => (await page.locator(`[data-grip="${row}"]`).boundingBox())!;
    const [from, to] = [await grip(1), await grip(0)];
    await page.mouse.move(from.x + 30, from.y + 18);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + 2, { steps: 6 });
    await page.mouse.up();
    await expect(cell(0, 0)).toHaveText('淘宝、京东');
    await page.keyboard.press('Control+z');
    await expect(cell(0, 0)).toHaveText('淘宝');
  });

  await test.step('it is legible to a reader, in both languages and on a phone', async () => {
    const { violations } = await new AxeBuilder({ page })
      .include('.table-sheet')
      .withTags(['wcag2a', 'wcag2aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    await page.getByRole('button', { name: /完\s*成/ }).click();
  });

  await test.step('the score card is tried out while it is filled in', async () => {
    await page.goto(`${server.url}/rules/discounts?node=n4`);
    const points = page.locator('[data-score-row="row-1"] .score-points input');
    await points.fill('40');
    await points.press('Tab');
    const tried = page.locator('.score-try');
    await tried.getByRole('spinbutton', { name: '订单金额' }).fill('2000');
    await expect(page.getByTestId('score-outcome')).toContainText('40 分');
    await expect(page.getByText(/已自动保存/)).toBeVisible();
  });

  await test.step('published, they decide', async () => {
    await page
      .getByRole('button', { name: /^发\s*布$/ })
      .first()
      .click();
    await page.locator('[data-action="publish-release"]').click();
    await expect(page.getByText(/第 1 版已生效/)).toBeVisible({ timeout: 30_000 });
    const key = await makeKey(server.url, ['ingest-order']);
    const decided = async (externalId: string, unitPrice: number) => {
      const sent = await key.send('POST', '/orders', {
        channel: 'taobao',
        externalId,
        placedAt: new Date().toISOString(),
        lines: [{ sku: 'BRK-2041', quantity: 1, unitPrice }],
      });
      return sent.body.results[0].decision.events.map(({ type }: { type: string }) => type);
    };
    expect(await decided('TB-LARGE', 600_000)).toEqual(['set-tag']);
    expect(await decided('TB-MIDDLE', 300_000)).toEqual([]);
  });
  await context.close();
});
