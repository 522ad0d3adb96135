import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import { rulesRoutes } from '../rules/routes.tsx';
import { RouteError } from './route-error.tsx';
import { requireSession } from './session.ts';
import { Starting } from './starting.tsx';

/** All addresses. Screens are loaded when they are first opened. */
export function createRouter(queryClient: QueryClient) {
  return createBrowserRouter([
    {
      HydrateFallback: Starting,
      ErrorBoundary: RouteError,
      children: [
        {
          path: '/sign-in',
          lazy: async () => ({ Component: (await import('../sign-in/sign-in-page.tsx')).SignInPage }),
        },
        {
          path: '/set-up',
          lazy: async () => ({ Component: (await import('../sign-in/set-up-page.tsx')).SetUpPage }),
        },
        {
          path: '/join',
          lazy: async () => ({ Component: (await import('../sign-in/join-page.tsx')).JoinPage }),
        },
        {
          path: '/',
          loader: ({ request }) => requireSession(queryClient, request),
          // Moving between screens does not ask again who is signed in; a 401 of any call leads to the sign-in page.
          shouldRevalidate: () => false,
          lazy: async () => ({ Component: (await import('./shell.tsx')).Shell }),
          children: [
            {
              ErrorBoundary: RouteError,
              children: [
                {
                  index: true,
                  lazy: async () => ({ Component: (await import('../home/home-page.tsx')).HomePage }),
                },
                {
                  path: 'orders',
                  lazy: async () => ({ Component: (await import('../orders/order-desk.tsx')).OrderDesk }),
                  children: [
                    {
                      path: ':id',
                      lazy: async () => ({ Component: (await import('../orders/order-page.tsx')).OrderPage }),
                    },
                  ],
                },
                {
                  path: 'inbox',
                  lazy: async () => ({ Component: (await import('../inbox/inbox-page.tsx')).InboxPage }),
                },
                ...rulesRoutes,
                {
                  path: 'templates',
                  lazy: async () => ({
                    Component: (await import('../templates/templates-page.tsx')).TemplatesPage,
                  }),
                },
                {
                  path: 'stock',
                  lazy: async () => ({ Component: (await import('../stock/stock-desk.tsx')).StockDesk }),
                },
                {
                  path: 'stock/locks',
                  lazy: async () => ({ Component: (await import('../stock/locks-desk.tsx')).LocksDesk }),
                },
                {
                  path: 'stock/:key',
                  lazy: async () => ({ Component: (await import('../stock/stock-page.tsx')).StockPage }),
                },
                {
                  path: 'imports',
                  lazy: async () => ({
                    Component: (await import('../imports/imports-page.tsx')).ImportsPage,
                  }),
                },
                {
                  path: 'audit',
                  lazy: async () => ({ Component: (await import('../audit/audit-page.tsx')).AuditPage }),
                },
                {
                  path: 'tasks',
                  lazy: async () => ({ Component: (await import('../tasks/tasks-page.tsx')).TasksPage }),
                },
                {
                  path: 'people',
                  lazy: async () => ({ Component: (await import('../people/people-page.tsx')).PeoplePage }),
                },
                {
                  path: 'permissions',
                  lazy: async () => ({
                    Component: (await import('../permissions/permissions-page.tsx')).PermissionsPage,
                  }),
                },
                {
                  path: 'keys',
                  lazy: async () => ({ Component: (await import('../keys/keys-page.tsx')).KeysPage }),
                },
                {
                  path: '*',
                  lazy: async () => ({ Component: (await import('./not-found-page.tsx')).NotFoundPage }),
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
