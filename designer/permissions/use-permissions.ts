import { useQuery } from '@tanstack/react-query';
import { permissionsSchema } from '../../rules-library/contract/permissions.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

/** The table of roles and buttons as it is in force. */
export function usePermissions(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.permissions,
    queryFn: ({ signal }) => call({ path: '/permissions', answer: permissionsSchema, signal }),
    enabled,
  });
}
