import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '../api/api-error.ts';
import { tellSignedOut } from '../api/client.ts';
import { readOpenAlerts } from '../api/read-open-alerts.ts';
import { queryKeys } from '../api/query-keys.ts';
import { LiveConnection } from '../live/live-connection.ts';
import { forgetLive } from '../live/live-store.ts';
import { Paced } from '../live/paced.ts';
import { forgetSeen } from '../live/seen-alerts.ts';
import { sessionQuery } from './session.ts';

/** Figures and lists are read anew at most this often, however much comes. */
const pace = { home: 2000, orders: 4000, approvals: 500, stock: 1000 };

/** Keeps this page's socket open while the shell is shown (somebody is signed in), and has lists read anew when news says so. */
export function useLiveConnection(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAnew = (queryKey: readonly string[]): void => void queryClient.invalidateQueries({ queryKey });
    const home = new Paced(pace.home, () => readAnew(queryKeys.home));
    const orders = new Paced(
      pace.orders,
      () => void queryClient.invalidateQueries({ queryKey: queryKeys.orders, predicate: isShort }),
    );
    const approvals = new Paced(pace.approvals, () => readAnew(queryKeys.approvals));
    const stock = new Paced(pace.stock, () => readAnew(queryKeys.stock));
    const answered = new Paced(pace.home, () => readAnew(queryKeys.alerts));
    let before = false;
    const connection = new LiveConnection({
      readOpenAlerts,
      onOrders(rows) {
        home.run();
        orders.run();
        // Locks are news of their order.
        stock.run();
        for (const row of rows) {
          if (queryClient.getQueryState(queryKeys.order(row.id)) !== undefined)
            readAnew(queryKeys.order(row.id));
        }
      },
      onAlerts() {
        home.run();
        answered.run();
      },
      onStock: () => stock.run(),
      onApprovals: () => approvals.run(),
      // What may be read has changed with it: everything shown is read once.
      onButtons: () => void queryClient.invalidateQueries({ type: 'active' }),
      onRelease() {
        for (const key of [queryKeys.releases, queryKeys.flows, queryKeys.home, ['flow']]) readAnew(key);
      },
      onCaughtUp() {
        // Hints are not kept for who was away: after a gap everything on the screen is read once.
        if (before) void queryClient.invalidateQueries({ type: 'active' });
        before = true;
      },
      onNotSignedIn: () => void checkSession(queryClient),
    });
    return () => {
      home.stop();
      orders.stop();
      approvals.stop();
      stock.stop();
      answered.stop();
      connection.close();
      forgetLive();
      forgetSeen();
    };
  }, [queryClient]);
}

/** Long lists would jump under the reader's eye: their screen says how much is new instead. */
function isShort({ state }: { state: { data?: unknown } }): boolean {
  const pages = (state.data as { pages?: readonly unknown[] } | undefined)?.pages;
  return pages === undefined || pages.length < 2;
}

/** The socket was not let in: when the sign-in has ended, this page leads to signing in again. */
async function checkSession(queryClient: QueryClient): Promise<void> {
  try {
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) tellSignedOut();
  }
}
