import { channels, holdCodes, orderStates } from '../../rules-library/choices/index.ts';
import type { Choice } from '../../rules-library/define/fact.ts';
import type { OrderFilter } from './read-orders.ts';

const yes = 'yes';
const longestSearch = 100;

function known(choices: readonly Choice[], value: string | null): string | undefined {
  return value !== null && choices.some((choice) => choice.value === value) ? value : undefined;
}

/** A code of the product or the company's own, as the address bar may hold it. */
function codeOf(value: string | null): string | undefined {
  return (
    known(holdCodes, value) ?? (value !== null && /^own\.[a-z0-9-]{1,60}$/.test(value) ? value : undefined)
  );
}

/** A channel of the product or one that the company added. */
function channelOf(value: string | null): string | undefined {
  return known(channels, value) ?? (value !== null && /^[\w-]{1,40}$/.test(value) ? value : undefined);
}

/** The filter that an address names. What it misspells is left out: the list is then wider, never wrong. */
export function filterOf(search: URLSearchParams): OrderFilter {
  const filter: OrderFilter = {
    q: search.get('q')?.trim().slice(0, longestSearch) || undefined,
    state: known(orderStates, search.get('state')),
    channel: channelOf(search.get('channel')),
    held: search.get('held') === yes || undefined,
    hold: codeOf(search.get('hold')),
    rush: search.get('rush') === yes || undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The address of a filter: what can be sent to a colleague. Always in the same order. */
export function searchOf(filter: OrderFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.q !== undefined && filter.q !== '') search.set('q', filter.q);
  if (filter.state !== undefined) search.set('state', filter.state);
  if (filter.channel !== undefined) search.set('channel', filter.channel);
  if (filter.held === true) search.set('held', yes);
  if (filter.hold !== undefined) search.set('hold', filter.hold);
  if (filter.rush === true) search.set('rush', yes);
  return search;
}

/** `?held=yes`, or nothing without a filter. */
export function searchText(filter: OrderFilter): string {
  const text = searchOf(filter).toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether two filters show the same list. */
export function sameFilter(a: OrderFilter, b: OrderFilter): boolean {
  return searchText(a) === searchText(b);
}
