import { alertStates, waitingStates, type AlertState } from '../../rules-library/contract/alerts.ts';
import type { Actor } from '../door/actor.ts';
import type { Press } from '../door/handler.ts';
import { withNews, type StoredAlert } from './alert.ts';
import { roomsTo } from './rooms-to.ts';

/** People remembered by name on one alert: as receivers, and as those who saw it. */
const mostPeople = 100;
const minuteMs = 60_000;

/** Whether somebody still has to answer it. */
export function waits({ open, state }: Pick<StoredAlert, 'open' | 'state'>): boolean {
  return open && waitingStates.includes(state);
}

/** The later of two states: an alert only moves on. */
function later(one: AlertState, other: AlertState): AlertState {
  return alertStates.indexOf(one) > alertStates.indexOf(other) ? one : other;
}

/** Screens of these people have it; null when that was known or does not matter any more. */
export function delivered(alert: StoredAlert, people: readonly string[]): StoredAlert | null {
  const known = alert.screens ?? [];
  const screens = [...new Set([...known, ...people])].slice(0, mostPeople);
  if (!waits(alert) || screens.length === known.length) return null;
  return { ...alert, screens, state: later(alert.state, 'delivered') };
}

/** A person has had it before their eyes; null when that was known or does not matter any more. */
export function seen(alert: StoredAlert, { id, name }: Actor, now: number): StoredAlert | null {
  const known = alert.seenBy ?? [];
  if (!waits(alert) || known.length >= mostPeople || known.some(({ person }) => person === id)) return null;
  const screens = [...new Set([...(alert.screens ?? []), id])].slice(0, mostPeople);
  const seenBy = [...known, { person: id, name, at: now }];
  return { ...alert, screens, seenBy, state: later(alert.state, 'seen') };
}

/** Somebody knows and takes it on: nobody else is asked any more, and it stays open until nothing is left to do. */
export function acknowledged(alert: StoredAlert, press: Press<never>, now: number): StoredAlert {
  return {
    ...withNews(alert, 'alert.resolved'),
    ...answeredBy(press, now),
    state: 'acknowledged',
    acknowledgedBy: press.actor.name,
    acknowledgedAt: now,
  };
}

/** Closed: by the button somebody pressed, or without a press because nothing is left to do. */
export function resolved(alert: StoredAlert, press: Press<never> | null, now: number): StoredAlert {
  return {
    ...withNews(alert, 'alert.resolved'),
    ...(press === null ? { timed: false } : answeredBy(press, now)),
    state: 'resolved',
    open: false,
  };
}

function answeredBy(
  { id, command, actor }: Press<never>,
  now: number,
): Pick<StoredAlert, 'answer' | 'timed'> {
  const answer = {
    name: command.name,
    label: command.label,
    person: actor.id,
    by: actor.name,
    at: now,
    press: id,
  };
  return { answer, timed: false };
}

/**
 * Its time is up: handed on to the next ones, with as much time again, or, where nobody is left to ask, expired; it stays
 * open and may still be answered. Null when it is not due.
 */
export function overdue(alert: StoredAlert, now: number): StoredAlert | null {
  const { dueAt = null, timed = false, thenTo = [], answerWithin } = alert;
  if (!waits(alert) || !timed || dueAt === null || dueAt > now) return null;
  const told = withNews(alert, 'alert.raised');
  if (thenTo.length === 0) return { ...told, state: 'expired', timed: false };
  const rooms = roomsTo(thenTo);
  return {
    ...told,
    state: 'escalated',
    rooms: [...new Set([...alert.rooms, ...rooms])].sort(),
    escalated: { at: now, rooms },
    thenTo: [],
    dueAt: now + (answerWithin ?? 0) * minuteMs,
  };
}

/** Where an alert begins that is to be answered in time: by when, and whom it reaches next. Others carry nothing of it. */
export function born(
  now: number,
  { answerWithin, thenTo = [] }: { answerWithin?: number | undefined; thenTo?: StoredAlert['thenTo'] },
): Pick<StoredAlert, 'answerWithin' | 'thenTo' | 'dueAt' | 'timed'> {
  if (answerWithin === undefined) return {};
  return { answerWithin, thenTo, dueAt: now + answerWithin * minuteMs, timed: true };
}
