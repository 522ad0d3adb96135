import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('the interface describes itself', () => {
  test('every route stands in the document with its answers, errors, parameters and body', async () => {
    const response = await fetch(`${server.url}/api/openapi.json`);
    expect(response.status).toBe(200);
    const document: any = await response.json();
    expect(document.openapi).toMatch(/^3\.1/);
    for (const route of server.app.routes) {
      const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
      const operation = document.paths[path]?.[route.method];
      expect(operation, `${route.method} ${path}`).toBeDefined();
      expect(operation.summary).toMatch(/[一-鿿].* · .*[a-z]/i);
      for (const status of Object.keys(route.answers)) expect(operation.responses[status]).toBeDefined();
      expect(operation.responses.default.content['application/json'].schema.$ref).toBe(
        '#/components/schemas/Error',
      );
      const named = (operation.parameters ?? []).filter((one: any) => one.in === 'path');
      expect(named.map(({ name }: any) => name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
    }
    const ids = Object.values(document.paths).flatMap((path: any) =>
      Object.values(path).map((operation: any) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Flow', 'Order', 'Release', 'Alert', 'Error', 'Text']),
    );
  });

  test('references lead somewhere', async () => {
    const document: any = await (await fetch(`${server.url}/api/openapi.json`)).json();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(references.length).toBeGreaterThan(20);
    for (const path of new Set(references)) {
      const found = path
        .split('/')
        .reduce((inner: any, step) => inner?.[step.replaceAll('~1', '/')], document);
      expect(found, path).toBeDefined();
    }
  });

  test('the readable page comes with everything it needs from here and no inline script', async () => {
    const bare = await fetch(`${server.url}/api/docs`, { redirect: 'manual' });
    expect(bare.status).toBe(302);
    const page = await fetch(`${server.url}/api/docs/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)</g)];
    expect(scripts.length).toBeGreaterThan(2);
    for (const [, attributes, inline] of scripts) {
      expect(inline!.trim()).toBe('');
      const source = /src="\.\/([^"]+)"/.exec(attributes!)![1]!;
      expect((await fetch(`${server.url}/api/docs/${source}`)).status, source).toBe(200);
    }
    const start = await (await fetch(`${server.url}/api/docs/swagger-ui-init.js`)).text();
    expect(start).toContain('/api/openapi.json');
  });
});

describe('operations', () => {
  test('up, ready, and figures', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'up' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
    const metrics = await fetch(`${server.url}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const text = await metrics.text();
    expect(text).toMatch(/^sluice_group_commands_bucket/m);
    expect(text).toMatch(/^sluice_process_resident_memory_bytes/m);
  });

  test('every answer carries the security headers and no name of the software', async () => {
    for (const path of ['/healthz', '/api/v1/flows', '/nothing', '/api/docs/']) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    }
  });
});
