import { expect, test, windowOf } from './support.ts';

test('one click on an empty store plays Double-12, and alerts arrive by themselves', async ({
  browser,
  server,
}) => {
  test.setTimeout(150_000);
  const { page, context } = await windowOf(browser, server.url, 'operations');
  const service = await windowOf(browser, server.url, 'service');
  await page.locator('[data-action="watch"]').click();
  await expect(page.getByRole('group', { name: /演练/ })).toBeVisible();
  // The catalogue of 20,000 parts is brought in first.
  await expect(page.locator('.rehearsal').getByRole('button', { name: /暂停/ })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.locator('[data-order]').first()).toBeVisible({ timeout: 20_000 });
  await expect(service.page.locator('[data-alert]').first()).toBeVisible({ timeout: 40_000 });
  await page.screenshot({ path: new URL('../../test-results/rehearsal.png', import.meta.url).pathname });
  await page.locator('.rehearsal').getByRole('button', { name: /暂停/ }).click();
  await expect(page.locator('.rehearsal').getByRole('button', { name: /继续/ })).toBeVisible();
  await service.context.close();
  await context.close();
});
