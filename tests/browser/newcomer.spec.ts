import type { Locator } from '@playwright/test';
import { makeKey } from '../support/api.ts';
import { drag, expect, test, windowOf } from './support.ts';

const pictures = new URL('pictures/', import.meta.url).pathname;

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  // As a person does with what is further down the palette.
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a newcomer draws a rule, publishes it, and a keeper sees the alert of an order', async ({
  browser,
  server,
}) => {
  const { page } = await windowOf(browser, server.url, 'operations');
  const keeper = await windowOf(browser, server.url, 'keeper');

  await test.step('an empty flow', async () => {
    await page.goto(`${server.url}/rules`);
    await page.getByRole('button', { name: '从空白画起' }).click();
    await expect(page.locator('.react-flow__pane')).toBeVisible();
  });

  const pane = await page.locator('.react-flow__pane').boundingBox();
  if (pane === null) throw new Error('no canvas');
  const place = async (kind: string, x: number, y: number): Promise<Locator> => {
    const before = await page.locator(`[data-testid^="node-"][data-kind="${kind}"]`).count();
    await drag(page, await centre(page.getByTestId(`palette-${kind}`)), { x: pane.x + x, y: pane.y + y });
    const nodes = page.locator(`[data-testid^="node-"][data-kind="${kind}"]`);
    await expect(nodes).toHaveCount(before + 1);
    return nodes.nth(before);
  };

  const below = async (above: Locator): Promise<[number, number]> => {
    const box = await above.boundingBox();
    if (box === null) throw new Error('not on the screen');
    return [box.x + box.width / 2 - pane.x, box.y + box.height + 100 - pane.y];
  };
  await test.step('trigger, conditions and alert dragged with the mouse', async () => {
    const trigger = await place('order.received', 380, 120);
    const conditions = await place('condition-group', ...(await below(trigger)));
    await place('raise-alert', ...(await below(conditions)));
  });

  const node = (kind: string): Locator => page.locator(`[data-testid^="node-"][data-kind="${kind}"]`);
  await test.step('a wrong join is refused with a sentence', async () => {
    await drag(
      page,
      await centre(node('condition-group').locator('[data-port="yes"]')),
      await centre(node('order.received')),
    );
    await expect(page.getByTestId('join-refusal')).toBeVisible();
  });

  await test.step('joined with the mouse', async () => {
    await drag(
      page,
      await centre(node('order.received').locator('[data-port="next"]')),
      await centre(node('condition-group').locator('[data-port="in"]')),
    );
    await drag(
      page,
      await centre(node('condition-group').locator('[data-port="yes"]')),
      await centre(node('raise-alert').locator('[data-port="in"]')),
    );
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  });

  await test.step('the forms are filled', async () => {
    await node('condition-group').click();
    const inspector = page.getByTestId('inspector');
    const amount = inspector.getByRole('spinbutton').first();
    await amount.fill('5000');
    await amount.press('Tab');
    await expect(node('condition-group')).toContainText('5,000');
    await node('raise-alert').click();
    await inspector
      .locator('[data-param="text"] textarea')
      .first()
      .fill('订单 {order.number} 金额 {order.total}，请优先备货');
    await inspector.locator('[data-param="to"]').getByRole('combobox').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '仓管' }).first().click();
    await page.keyboard.press('Escape');
  });

  await test.step('it is saved by itself', async () => {
    await expect(page.getByText(/已自动保存/)).toBeVisible();
    await page.screenshot({ path: `${pictures}canvas.png` });
  });

  await test.step('published', async () => {
    await page
      .getByRole('button', { name: /^发\s*布$/ })
      .first()
      .click();
    await page.locator('[data-action="publish-release"]').click();
    await expect(page.getByText(/第 1 版已生效/)).toBeVisible();
  });

  const alerts = keeper.page.locator('[data-alert]');
  await test.step('an order sent over HTTP is an alert on the screen of the keeper', async () => {
    const key = await makeKey(server.url, ['ingest-order']);
    const order = (externalId: string, unitPrice: number): unknown => ({
      channel: 'taobao',
      externalId,
      placedAt: new Date().toISOString(),
      lines: [{ sku: 'BRK-2041', quantity: 1, unitPrice }],
    });
    expect((await key.send('POST', '/orders', order('TB-SMALL', 499_900))).status).toBe(201);
    const sent = await key.send('POST', '/orders', order('TB-LARGE', 618_000));
    expect(sent.status).toBe(201);
    expect(sent.body.results[0].alerts).toHaveLength(1);
    // The rule names the amount; keepers may not read amounts, so theirs is blotted out.
    await expect(keeper.page.getByText('订单 TB-LARGE 金额 ¥***，请优先备货').first()).toBeVisible();
    await expect(keeper.page.getByText(/TB-SMALL 金额/)).toHaveCount(0);
  });

  await test.step('after a reload nothing is missing, nothing stands twice', async () => {
    await page.reload();
    await expect(page.locator('.react-flow__edge')).toHaveCount(2);
    await expect(page.locator('[data-testid^="node-"]')).toHaveCount(3);
    await keeper.page.goto(server.url);
    await keeper.page.reload();
    await expect(keeper.page.getByText('订单 TB-LARGE 金额 ¥***，请优先备货').first()).toBeVisible();
    await expect(alerts).toHaveCount(1);
  });
  await keeper.context.close();
});
