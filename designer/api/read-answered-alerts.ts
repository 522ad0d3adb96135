import { alertViewSchema, type AlertView } from '../../rules-library/contract/alerts.ts';
import { call } from './client.ts';
import { listAnswer } from './list-answer.ts';

const answer = listAnswer(alertViewSchema);
const most = 50;

/** The newest alerts that a button answered. */
export async function readAnsweredAlerts(signal?: AbortSignal): Promise<AlertView[]> {
  const query = { state: 'answered', limit: most };
  const { items } = await call({ path: '/alerts', query, answer, ...(signal && { signal }) });
  return items;
}
