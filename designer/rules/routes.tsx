import type { RouteObject } from 'react-router';

/** Addresses of the rules: list, designer, releases. */
export const rulesRoutes: RouteObject[] = [];
