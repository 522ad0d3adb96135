import { checkBrowser, hasChineseFont } from './browser.ts';

/** Runs once before the browser tests: says in words what the machine lacks. */
export default async function prepare(): Promise<void> {
  const version = await checkBrowser();
  console.log(`Browser: Chromium ${version}`);
  if (!hasChineseFont()) {
    console.warn(
      'No font with Chinese characters is installed: pictures will show empty boxes. ' +
        'Install one: apt-get install -y --no-install-recommends fonts-wqy-microhei',
    );
  }
}
