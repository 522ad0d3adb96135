import AxeBuilder from '@axe-core/playwright';
import { loadAndPublish } from '../support/api.ts';
import { expect, test, windowOf } from './support.ts';

const pictures = new URL('../../test-results/', import.meta.url).pathname;

const screens = [
  { name: 'home', path: '/' },
  { name: 'orders', path: '/orders' },
  { name: 'rules', path: '/rules' },
  { name: 'designer', path: '/rules/credit-control' },
  { name: 'releases', path: '/releases' },
  { name: 'templates', path: '/templates' },
];

test.setTimeout(180_000);

test('every screen has one heading, is legible to a reader and fits a phone, in both languages', async ({
  browser,
  server,
}) => {
  await loadAndPublish(server.url);
  const { page, context } = await windowOf(browser, server.url, 'operations');
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text().slice(0, 200)}`);
  });
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(server.url);
      await page.getByText('EN', { exact: true }).locator('visible=true').first().click();
    }
    for (const { name, path } of screens) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${server.url}${path}`);
      await expect(page.locator('h1').first()).toBeVisible();
      await page.waitForTimeout(600);
      expect(await page.locator('h1').count(), `${name}: headings`).toBe(1);
      await page.screenshot({ path: `${pictures}${name}-${language}-wide.png` });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      for (const { id, nodes } of violations)
        problems.push(
          `${name} ${language}: ${id} at ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        );
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${pictures}${name}-${language}-phone.png` });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 1) problems.push(`${name} ${language}: ${wider} px wider than a phone`);
    }
  }
  expect(problems).toEqual([]);
  await context.close();
});
