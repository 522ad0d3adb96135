import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** What was read stays usable for a moment; only a lost connection or a busy system is asked again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.passing,
        retryDelay: (failures) => 500 * 3 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
