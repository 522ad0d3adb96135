import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App as AntdApp, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { createQueryClient } from '../../designer/api/query-client.ts';
import { PressProvider } from '../../designer/press/press-provider.tsx';

/** What jsdom lacks and the screens need. */
export function prepareDom(): void {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: false,
    media,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
}

export interface Answered {
  url: string;
  method: string;
  body: unknown;
  key: string | undefined;
}

/** Answers the interface from a table of `METHOD /path`; returns what was asked. */
export function answering(
  table: Record<string, (asked: Answered) => { status?: number; body: unknown }>,
): Answered[] {
  const asked: Answered[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const one: Answered = {
      url: url.replace('/api/v1', ''),
      method: init.method ?? 'GET',
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      key: (init.headers as Record<string, string>)['Idempotency-Key'],
    };
    asked.push(one);
    const reply = table[`${one.method} ${one.url.split('?')[0]}`];
    if (reply === undefined) throw new Error(`nothing answers ${one.method} ${one.url}`);
    const { status = 200, body } = reply(one);
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}

/** Draws something as the shell would, at an address. */
export function show(element: ReactNode, at = '/'): ReturnType<typeof render> {
  const router = createMemoryRouter([{ path: '*', element: <PressProvider>{element}</PressProvider> }], {
    initialEntries: [at],
  });
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
        <AntdApp>
          <RouterProvider router={router} />
        </AntdApp>
      </ConfigProvider>
    </QueryClientProvider>,
  );
}
