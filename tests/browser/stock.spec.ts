import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeKey } from '../support/api.ts';
import { xlsxOf } from '../support/xlsx.ts';
import { expect, test, windowOf } from './support.ts';

test.setTimeout(180_000);

/** Chooses a file, looks at what it would change, and takes it in. */
async function importFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto('/imports?kind=stock');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('[data-action="look"]').click();
  await expect(page.locator('[data-verdict="rejected"]')).toBeVisible();
}

async function apply(page: Page): Promise<void> {
  await page.locator('[data-button="apply-import"]').click();
  await page.locator('#reason').fill('初始库存');
  await page.locator('#voucher').fill('INIT-1');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await expect(page.locator('.chip', { hasText: '已导入' })).toBeVisible({ timeout: 20_000 });
}

const xlsx = {
  name: '初始库存.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: xlsxOf([
    ['仓库编号', '商品编号', '在库数', '备注'],
    ['WH03', 'BRK-2041', 40, '货架 3'],
    ['WH05', 'BRK-2041', 12, null],
    ['WH05', 'OIL-5W30', '一箱', null],
    ['WH03', 'BRK-2041', 41, null],
  ]),
};
const csv = {
  name: 'count.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Warehouse,SKU,Qty\r\nWH03,BRK-2041,38\r\nWH05,BRK-2041,12\r\nWH05,,3\r\n'),
};

test('a stock list comes in, an order is locked by one tap and the lock taken back', async ({
  browser,
  server,
}) => {
  const { page, context } = await windowOf(browser, server.url, 'keeper');
  await importFile(page, xlsx);
  await expect(page.locator('[data-verdict="added"] .import-count')).toHaveText('2');
  await page.locator('[data-verdict="rejected"]').click();
  await expect(page.locator('[data-rows="rejected"] tbody tr')).toHaveCount(2);
  await expect(page.locator('[data-rows="rejected"]')).toContainText('一箱');
  const saved = page.waitForEvent('download');
  await page.locator('[data-action="download-rejected"]').click();
  const rejected = readFileSync(await (await saved).path(), 'utf8');
  expect(rejected).toContain('WH05,OIL-5W30,一箱');
  await apply(page);

  // Counted again: one adjusted, one as it was, one without a part.
  await importFile(page, csv);
  for (const [verdict, count] of [
    ['added', '0'],
    ['changed', '1'],
    ['same', '1'],
    ['rejected', '1'],
  ])
    await expect(page.locator(`[data-verdict="${verdict}"] .import-count`)).toHaveText(count!);
  await apply(page);

  await page.goto('/stock');
  const row = page.locator('[data-stock="WH03|BRK-2041"]');
  await expect(row).toContainText('38');
  await row.click();
  await expect(page.locator('[data-figure="onHand"]')).toHaveText('38');
  await expect(page.locator('.ledger')).toContainText('凭证 INIT-1');

  const channel = await makeKey(server.url, ['ingest-order']);
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: 'TB-ONE-TAP',
    placedAt: new Date().toISOString(),
    payment: { status: 'paid', method: 'alipay' },
    lines: [{ lineId: '1', sku: 'BRK-2041', quantity: 3, unitPrice: 59_000, warehouse: 'WH03' }],
  });
  // A second screen sees it without being touched.
  const planner = await windowOf(browser, server.url, 'planner');
  await planner.page.goto(`/stock/${encodeURIComponent('WH03|BRK-2041')}`);
  await expect(planner.page.locator('[data-figure="open"]')).toHaveText('38');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/orders/${sent.body.results[0].id}`);
  await page.locator('[data-button="lock-stock"]').click();
  await expect(page.locator('.press-told')).toContainText('锁 3 件');
  await expect(page.locator('[data-action="undo"]')).toContainText(/撤销 · \d+ 秒/);
  await expect(planner.page.locator('[data-figure="open"]')).toHaveText('35');
  await expect(planner.page.locator('[data-lock]')).toContainText('TB-ONE-TAP');
  await page.locator('[data-action="undo"]').click();
  await expect(planner.page.locator('[data-figure="open"]')).toHaveText('38');
  await expect(planner.page.locator('[data-lock]')).toHaveCount(0);
  await context.close();
  await planner.context.close();
});

test('closing Excel import is for good and said on the screen', async ({ browser, server }) => {
  const { page, context } = await windowOf(browser, server.url, 'steward');
  await page.goto('/imports');
  await page.locator('[data-button="close-excel-import"]').click();
  await page.locator('#reason').fill('改由 ERP 对接');
  await page.locator('#voucher').fill('IT-3');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await expect(page.locator('.state-title')).toHaveText('Excel 和 CSV 导入已关闭');
  await expect(page.locator('[data-button="close-excel-import"]')).toHaveCount(0);
  await expect(page.locator('input[type=file]')).toHaveCount(0);
  await context.close();
});

test('stock and import are legible to a reader and fit a phone, in both languages', async ({
  browser,
  server,
}) => {
  const { page, context } = await windowOf(browser, server.url, 'keeper');
  await importFile(page, xlsx);
  await apply(page);
  const problems: string[] = [];
  for (const language of ['zh', 'en']) {
    for (const address of [
      '/stock',
      `/stock/${encodeURIComponent('WH03|BRK-2041')}`,
      '/stock/locks',
      '/imports',
    ]) {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto(address);
      await expect(page.locator('h1')).toHaveCount(1);
      await page.waitForTimeout(500);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      for (const { id, nodes } of violations)
        problems.push(`${address} ${language}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(200);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 1) problems.push(`${address} ${language}: ${wider} px wider than a phone`);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByText('EN', { exact: true }).locator('visible=true').first().click();
  }
  expect(problems).toEqual([]);
  await context.close();
});
