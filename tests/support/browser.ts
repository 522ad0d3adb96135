import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright-core';

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** How every browser test starts Chromium: the system's if there is one, else the one inside @sparticuz/chromium. */
export async function launchOptions(): Promise<LaunchOptions> {
  return {
    executablePath: installed ?? (await (await import('@sparticuz/chromium')).default.executablePath()),
    // The same as --no-sandbox; needed where tests run as root.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** Whether some font with Chinese glyphs is installed; without one, screens show empty boxes. */
export function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    const folders = ['/usr/share/fonts', '/usr/local/share/fonts'].filter((folder) => existsSync(folder));
    return folders.some((folder) =>
      (readdirSync(folder, { recursive: true }) as string[]).some((file) =>
        /wqy|cjk|droidsansfallback|uming|ukai/i.test(file),
      ),
    );
  }
}

/** Tries the browser once; throws with the command that mends what is missing. */
export async function checkBrowser(): Promise<string> {
  const options = await launchOptions();
  try {
    const browser = await chromium.launch(options);
    const version = browser.version();
    await browser.close();
    return version;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const library = /error while loading shared libraries: (\S+)/.exec(text)?.[1]?.replace(/:$/, '');
    throw new Error(
      library === undefined
        ? `The browser for the tests does not start.\n${text}\nInstall one: apt-get install -y --no-install-recommends chromium`
        : `The browser for the tests misses ${library}. Install it: apt-get install -y --no-install-recommends libnss3 libnspr4 libexpat1, ` +
            'or a whole browser: apt-get install -y --no-install-recommends chromium',
      { cause: error },
    );
  }
}
