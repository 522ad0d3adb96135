import dayjs from 'dayjs';
import { storedTime } from '../inspector/zoned-time.ts';

/** What the audit is narrowed to; everything of it stands in the address. */
export interface AuditFilter {
  /** `person:ID`. */
  actor?: string | undefined;
  /** Name of a button. */
  command?: string | undefined;
  /** An order number or an id. */
  object?: string | undefined;
  /** Days `YYYY-MM-DD` of the company, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Also what rules, systems and jobs did. */
  all?: boolean | undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const names = ['actor', 'command', 'object', 'from', 'to'] as const;

/** The filter an address names. What it misspells is left out. */
export function auditFilterOf(search: URLSearchParams): AuditFilter {
  const filter: AuditFilter = search.get('all') === 'yes' ? { all: true } : {};
  for (const name of names) {
    const value = search.get(name)?.trim().slice(0, 200) ?? '';
    const isDay = name === 'from' || name === 'to';
    if (value !== '' && (!isDay || day.test(value))) filter[name] = value;
  }
  return filter;
}

/** The address of a filter, always in the same order. */
export function auditSearchOf(filter: AuditFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    if (value !== undefined && value !== '') search.set(name, value);
  }
  if (filter.all === true) search.set('all', 'yes');
  return search;
}

/** What the interface is asked for: days begin and end on the company's clock. About one object everything is shown. */
export function auditQuery(filter: AuditFilter, zone: string): Record<string, string | undefined> {
  const { actor, command, object, from, to, all } = filter;
  return {
    actor,
    command,
    object,
    by: all === true || object !== undefined ? 'all' : 'people',
    from: from === undefined ? undefined : storedTime(dayjs(from), zone),
    to: to === undefined ? undefined : storedTime(dayjs(to).add(1, 'day'), zone),
  };
}
