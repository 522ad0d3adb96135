import { timeReachedBlock } from '../../rules-library/blocks/trigger/time-reached.block.ts';
import { canonicalJson } from '../canonical.ts';
import type { RecurringTime } from '../../rules-library/clock/next-time.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

/** A time a flow of a release is woken at. */
interface Drawn {
  /** `FLOW/NODE`: what `event.source` is then. */
  source: string;
  /** Its params as one text: a timer of other params is not its own any more. */
  params: string;
}

/** The same for the whole company, again and again. */
export interface CompanyTime extends Drawn {
  time: RecurringTime;
}

/** So many minutes before or after a time of each order. */
export interface OrderTime extends Drawn {
  of: string;
  /** Negative: before. */
  minutes: number;
}

export interface DrawnTimes {
  company: readonly CompanyTime[];
  order: readonly OrderTime[];
}

interface Params {
  when: 'at' | 'every' | 'before' | 'after';
  at?: string;
  weekdays?: string[];
  minutes?: number;
  of?: string;
}

const known = new WeakMap<ActiveRelease, DrawnTimes>();

/** The times that flows of a release are woken at. */
export function drawnTimes(release: ActiveRelease): DrawnTimes {
  let times = known.get(release);
  if (times === undefined) known.set(release, (times = read(release)));
  return times;
}

function read(release: ActiveRelease): DrawnTimes {
  const company: CompanyTime[] = [];
  const order: OrderTime[] = [];
  for (const [flow, { nodes }] of release.flows) {
    for (const [node, { kind, params: given }] of nodes) {
      const parsed = kind === timeReachedBlock.kind ? timeReachedBlock.params.safeParse(given) : null;
      if (parsed?.success !== true) continue;
      const { when, at = '', weekdays, minutes = 0, of = '' } = parsed.data as Params;
      const drawn = { source: `${flow}/${node}`, params: canonicalJson(parsed.data) };
      if (when === 'at') company.push({ ...drawn, time: { at, weekdays } });
      else if (when === 'every') company.push({ ...drawn, time: { every: minutes } });
      else order.push({ ...drawn, of, minutes: when === 'before' ? -minutes : minutes });
    }
  }
  return { company, order };
}
