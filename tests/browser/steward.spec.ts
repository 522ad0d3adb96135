import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadAndPublish, makeKey } from '../support/api.ts';
import { expect, test, windowOf } from './support.ts';

test.setTimeout(180_000);

async function because(page: Page, reason: string): Promise<void> {
  const form = page.locator('.ant-modal').last();
  await form.locator('#reason').fill(reason);
  await form.locator('#voucher').fill('V-1');
  await form.locator('.ant-modal-footer .ant-btn-primary').click();
}

test('the steward gives a button and it appears on an open screen; a disabled person is out', async ({
  browser,
  server,
}) => {
  await loadAndPublish(server.url);
  const channel = await makeKey(server.url, ['ingest-order']);
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: 'TB-STEWARD',
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-2041', quantity: 1, unitPrice: 59_000 }],
  });
  const steward = await windowOf(browser, server.url, 'steward');
  const sales = await windowOf(browser, server.url, 'sales');
  await sales.page.goto(`/orders/${sent.body.results[0].id}`);
  await expect(sales.page.locator('h1')).toBeVisible();
  await expect(sales.page.locator('[data-button="confirm-order"]')).toHaveCount(0);

  await steward.page.goto('/permissions');
  const cell = steward.page.locator('[data-cell="sales confirm-order"]');
  await expect(cell).toHaveAttribute('data-state', 'mayNot');
  await cell.click();
  await steward.page.locator('.right-allow button').click();
  await steward.page.locator('.ant-modal-footer .ant-btn-primary').last().click();
  await because(steward.page, 'sales confirm their own orders');
  await expect(cell).toHaveAttribute('data-state', 'may');
  await expect(steward.page.locator('[data-changed="1"]')).toBeVisible();
  await expect(sales.page.locator('[data-button="confirm-order"]').first()).toBeVisible();

  await steward.page.goto('/people');
  await steward.page.locator('[data-person="sales"] [data-action="manage"]').click();
  await steward.page.getByRole('menuitem', { name: '停用' }).click();
  await steward.page.locator('.ant-modal-confirm-btns .ant-btn-dangerous').click();
  await expect(steward.page.locator('[data-person="sales"]')).toContainText('已停用');
  await sales.page.waitForURL(/\/sign-in/);
  await steward.context.close();
  await sales.context.close();
});

test('a new person comes in with the link that is shown once', async ({ browser, server }) => {
  const { page, context } = await windowOf(browser, server.url, 'steward');
  await page.goto('/people');
  await page.locator('[data-action="add-person"]').click();
  await page.locator('#name').fill('李娜');
  await page.locator('#username').fill('li.na');
  await page.locator('.people-roles label', { hasText: '客服' }).click();
  await because(page, '新同事');
  const link = await page.locator('.shown-once input').inputValue();
  const guest = await browser.newContext({ locale: 'zh-CN' });
  const newcomer = await guest.newPage();
  await newcomer.goto(link);
  await newcomer.locator('input[type=password]').fill('a good long one');
  await newcomer.locator('button[type=submit]').click();
  await newcomer.waitForURL(`${server.url}/`);
  await expect(newcomer.locator('h1')).toBeVisible();
  await expect(newcomer.locator('a[href="/people"]')).toHaveCount(0);
  await guest.close();
  await context.close();
});

test('people, rights and keys are legible to a reader and fit a phone, in both languages', async ({
  browser,
  server,
}) => {
  const { page, context } = await windowOf(browser, server.url, 'steward');
  const problems: string[] = [];
  for (const language of ['zh', 'en']) {
    for (const name of ['people', 'permissions', 'keys']) {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto(`/${name}`);
      await expect(page.locator('h1')).toHaveCount(1);
      await page.waitForTimeout(500);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      for (const { id, nodes } of violations)
        problems.push(`${name} ${language}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(200);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 1) problems.push(`${name} ${language}: ${wider} px wider than a phone`);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByText('EN', { exact: true }).locator('visible=true').first().click();
  }
  expect(problems).toEqual([]);
  await context.close();
});
