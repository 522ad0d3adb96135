import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { designerFiles } from '../../../server/http/designer-files.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-designer-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'assets', 'main-a1b2c3.js'), 'export {}');
  writeFileSync(join(folder, '.sources'), 'stamp');
  writeFileSync(join(folder, '..', 'sluice-secret.txt'), 'secret');
  const app = express();
  app.use(designerFiles(folder)!);
  app.use((_request, response) => void response.status(404).json({}));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'sluice-secret.txt'));
});

const get = (path: string, accept = 'text/html') => fetch(url + path, { headers: { accept } });

test('hashed assets are kept for a year, the page is asked anew', async () => {
  const asset = await get('/assets/main-a1b2c3.js', '*/*');
  expect(asset.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
  expect(asset.headers.get('content-type')).toMatch(/javascript/);
  const page = await get('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await page.text()).toContain('page');
});

test('addresses of the screens get the page, files that are not there do not', async () => {
  for (const path of ['/orders/abc', '/rules/rush-lane', '/sign-in?next=%2Forders']) {
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    expect(await answer.text(), path).toContain('page');
  }
  for (const path of [
    '/assets/gone.js',
    '/favicon.ico',
    '/.sources',
    '/assets/..%2f..%2fsluice-secret.txt',
    '/..%2fsluice-secret.txt',
  ]) {
    const answer = await get(path);
    expect(await answer.text(), path).not.toMatch(/stamp|secret/);
    if (!path.includes('%2f')) expect(answer.status, path).toBe(404);
  }
  expect((await get('/orders', 'application/json')).status).toBe(404);
});

test('without a build there is nothing to serve', () => {
  expect(designerFiles(join(folder, 'nothing'))).toBeNull();
});
