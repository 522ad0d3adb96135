import type {
  DecisionView,
  HoldView,
  OrderView,
  TimelineEntry,
} from '../../rules-library/contract/orders.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { holdCodes, orderStates } from '../../rules-library/choices/index.ts';
import { endedStates, orderRoad } from '../../rules-library/choices/order-road.ts';
import { choiceLabel } from '../design/choice-label.ts';

/** One station of an order's way. */
export interface Station {
  key: string;
  /** `past` is done, `now` is where it is, `ahead` may come. */
  when: 'past' | 'now' | 'ahead';
  tone: 'good' | 'rush' | 'hold' | 'neutral';
  label: Text;
  /** ISO; of what lies ahead nothing is known. */
  at: string | null;
  /** What stood in the history at this station. */
  entries: TimelineEntry[];
  decision: string | null;
}

/** Most stations that lie behind; what is before them is in the list below the picture. */
const mostPast = 6;
const mostAhead = 3;

/** Stand in the list below the picture only. */
const asides = new Set(['noted', 'assigned', 'alert-raised', 'complaint', 'priority-set']);

const tones: Record<string, Station['tone']> = {
  'marked-rush': 'rush',
  'rush.requested': 'rush',
  'rush-refused': 'hold',
  held: 'hold',
};

export interface WayTexts {
  received: Text;
  decided: (decision: DecisionView | undefined) => Text;
  held: (hold: HoldView) => Text;
}

/** The way of an order: what happened, where it is, what comes next. */
export function wayOf(
  order: Pick<OrderView, 'state' | 'holds' | 'receivedAt'>,
  timeline: readonly TimelineEntry[],
  decisions: readonly DecisionView[],
  texts: WayTexts,
): Station[] {
  const behind = pastStations(timeline, decisions, texts);
  const present = presentStations(order, texts).map((station) => withItsEntry(station, order, behind));
  const past = behind.filter((station) => !present.some(({ entries }) => entries === station.entries));
  const first = past.find(({ key }) => key === 'order.received') ?? receivedStation(order.receivedAt, texts);
  const later = past.filter((station) => station !== first);
  return [first, ...later.slice(-mostPast), ...present, ...aheadStations(order)];
}

/** What brought the order to where it is now stands there, not a second time behind it. */
function withItsEntry(
  station: Station,
  { state, holds }: Pick<OrderView, 'state' | 'holds'>,
  behind: readonly Station[],
): Station {
  const type = holds.length > 0 ? 'held' : `order.${state}`;
  if (type === 'order.received') return station;
  const own = behind.findLast(
    ({ entries, at }) =>
      entries.length === 1 && entries[0]?.type === type && (type !== 'held' || at === station.at),
  );
  return own === undefined ? station : { ...station, at: own.at, entries: own.entries };
}

function receivedStation(at: string, texts: WayTexts): Station {
  return {
    key: 'order.received',
    when: 'past',
    tone: 'good',
    label: texts.received,
    at,
    entries: [],
    decision: null,
  };
}

function pastStations(
  timeline: readonly TimelineEntry[],
  decisions: readonly DecisionView[],
  texts: WayTexts,
): Station[] {
  const stations: Station[] = [];
  for (const entry of timeline) {
    if (entry.decision === null && asides.has(entry.type)) continue;
    const same =
      entry.decision === null ? undefined : stations.find(({ decision }) => decision === entry.decision);
    if (entry.type === 'order.received') {
      if (stations.some(({ key }) => key === 'order.received')) continue;
      stations.push({ ...receivedStation(entry.at, texts), entries: [entry] });
    } else if (same !== undefined) {
      // What one decision did is one station.
      same.entries.push(entry);
      same.tone = tones[entry.type] ?? same.tone;
    } else if (entry.decision !== null) {
      stations.push({
        key: entry.id,
        when: 'past',
        tone: tones[entry.type] ?? 'good',
        label: texts.decided(decisions.find(({ id }) => id === entry.decision)),
        at: entry.at,
        entries: [entry],
        decision: entry.decision,
      });
    } else {
      stations.push({
        key: entry.id,
        when: 'past',
        tone: tones[entry.type] ?? 'good',
        label: entry.changes.length === 0 ? entry.text : changedLabel(entry),
        at: entry.at,
        entries: [entry],
        decision: null,
      });
    }
  }
  return stations;
}

function presentStations(
  { state, holds, receivedAt }: Pick<OrderView, 'state' | 'holds' | 'receivedAt'>,
  texts: WayTexts,
): Station[] {
  const base = { when: 'now' as const, entries: [], decision: null };
  if (holds.length > 0) {
    return holds.map((hold) => ({
      ...base,
      key: `hold ${hold.code} ${hold.since}`,
      tone: 'hold' as const,
      label: texts.held(hold),
      at: hold.since,
    }));
  }
  const tone = endedStates.has(state) ? 'neutral' : 'good';
  return [
    {
      ...base,
      key: `state ${state}`,
      tone,
      label: choiceLabel(orderStates, state),
      at: state === 'received' ? receivedAt : null,
    },
  ];
}

function aheadStations({ state }: Pick<OrderView, 'state'>): Station[] {
  const at = orderRoad.indexOf(state);
  if (at < 0 || endedStates.has(state)) return [];
  return orderRoad.slice(at + 1, at + 1 + mostAhead).map((next) => ({
    key: `ahead ${next}`,
    when: 'ahead',
    tone: 'neutral',
    label: choiceLabel(orderStates, next),
    at: null,
    entries: [],
    decision: null,
  }));
}

/** 「改动：收货地址」: the picture says what was changed, the entry behind it from what to what. */
function changedLabel({ changes }: TimelineEntry): Text {
  const names = (language: Language): string[] => [...new Set(changes.map(({ label }) => label[language]))];
  return { zh: `改动：${names('zh').join('、')}`, en: `Changed: ${names('en').join(', ').toLowerCase()}` };
}

/** What an order waits for, in words. */
export function holdText({ code }: Pick<HoldView, 'code'>): Text {
  return choiceLabel(holdCodes, code);
}
