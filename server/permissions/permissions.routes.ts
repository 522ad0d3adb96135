import { permissionsSchema } from '../../rules-library/contract/permissions.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { PermissionTable } from './permission-table.ts';

/** Who may press what. Changes are presses of `grant-button` and `grant-reading`. */
export function permissionRoutes(table: PermissionTable): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/permissions',
      summary: { zh: '各角色的按钮和可见内容', en: 'Buttons and readable content of every role' },
      access: { kind: 'read', read: 'permissions', buttons: ['grant-button', 'grant-reading'] },
      answers: { 200: permissionsSchema },
      handle: () => ({
        body: { roles: table.all().map(({ _id, buttons, reads }) => ({ role: _id, buttons, reads })) },
      }),
    }),
  ];
}
