import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { temporaryFolder, startServerProcess, type ServerProcess } from '../support/process.ts';

/** A server of its own for each browser test, on an empty store. */
export const test = base.extend<{ server: ServerProcess }>({
  server: [
    // Playwright reads the names of the fixtures a fixture needs from this pattern: it needs none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = temporaryFolder('sluice-browser');
      // Always an empty store: what MONGODB_URI names is for the other tests.
      const server = await startServerProcess({ dataDir: folder.path, env: { MONGODB_URI: '' } });
      await use(server);
      await server.stop();
      folder.remove();
    },
    { timeout: 60_000 },
  ],
});

/** Another person at another screen: a browser window with its own sign-in. */
export async function windowOf(
  browser: Browser,
  url: string,
  role: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.locator(`[data-person="${role}"]`).click();
  await page.waitForURL(`${url}/`);
  return { context, page };
}

/** Drags with the mouse in steps, as a hand does. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
}

export { expect } from '@playwright/test';
