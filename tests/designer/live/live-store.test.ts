import { beforeEach, describe, expect, it } from 'vitest';
import {
  closePopUp,
  forgetLive,
  takeNews,
  takeOpenAlerts,
  useLive,
  withOrders,
} from '../../../designer/live/live-store.ts';
import { alertOf, rowOf } from '../support.ts';

const at = 1;
beforeEach(() => forgetLive());

describe('pop-ups', () => {
  it('come for urgent news only, once, and go when the alert is answered', () => {
    const urgent = alertOf({ id: 'u', level: 'urgent' });
    takeNews({ alerts: [urgent, alertOf({ id: 'w' })], orders: [], at });
    takeNews({ alerts: [urgent], orders: [], at });
    expect(useLive.getState().popUps).toEqual(['u']);
    takeNews({ alerts: [{ ...urgent, state: 'acknowledged' }], orders: [], at });
    expect(useLive.getState().popUps).toEqual([]);
  });

  it('stay away once put away', () => {
    const urgent = alertOf({ id: 'u', level: 'urgent' });
    takeNews({ alerts: [urgent], orders: [], at });
    closePopUp('u');
    takeNews({ alerts: [urgent], orders: [], at });
    expect(useLive.getState().popUps).toEqual([]);
  });

  it('do not come for what was there when the page was opened', () => {
    takeOpenAlerts([alertOf({ id: 'u', level: 'urgent' })], { complete: true, since: new Set() });
    expect(useLive.getState().popUps).toEqual([]);
    expect(useLive.getState().alertsRead).toBe(true);
  });
});

describe('orders that changed', () => {
  it('are kept once each, the newest first, and never fall back to an older state', () => {
    const older = rowOf({ id: '1', rev: 1, receivedAt: '2026-03-01T02:00:00.000Z' });
    const newer = rowOf({ id: '1', rev: 2, state: 'confirmed', receivedAt: '2026-03-01T02:00:00.000Z' });
    const later = rowOf({ id: '2', receivedAt: '2026-03-01T02:00:05.000Z' });
    expect(withOrders([newer], [older, later]).map(({ id, rev }) => `${id}/${rev}`)).toEqual(['2/1', '1/2']);
  });

  it('are at most sixty', () => {
    const many = Array.from({ length: 90 }, (_, index) => rowOf({ id: String(index) }));
    expect(withOrders([], many)).toHaveLength(60);
  });
});
