import type { RouteObject } from 'react-router';

/** Addresses of the rules: list, designer, releases. */
export const rulesRoutes: RouteObject[] = [
  {
    path: 'rules',
    lazy: async () => ({ Component: (await import('./rules-page.tsx')).RulesPage }),
  },
  {
    path: 'rules/:id',
    lazy: async () => ({ Component: (await import('./designer-page.tsx')).DesignerPage }),
  },
  {
    path: 'releases',
    lazy: async () => ({ Component: (await import('../releases/releases-page.tsx')).ReleasesPage }),
  },
];
