import { alertViewSchema, type AlertView } from '../../rules-library/contract/alerts.ts';
import { call } from './client.ts';
import { listAnswer } from './list-answer.ts';

const answer = listAnswer(alertViewSchema);
const perPage = 200;
const mostPages = 5;

/** Every alert that waits for somebody, the newest first; at most a thousand. */
export async function readOpenAlerts(): Promise<{ open: AlertView[]; complete: boolean }> {
  const open: AlertView[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await call({
      path: '/alerts',
      query: { state: 'open', limit: perPage, cursor },
      answer,
    });
    open.push(...items);
    if (next === null) return { open, complete: true };
    cursor = next;
  }
  return { open, complete: false };
}
