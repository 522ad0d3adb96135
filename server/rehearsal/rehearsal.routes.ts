import type { Logger } from 'pino';
import { rehearsalControlSchema, rehearsalSchema } from '../../rules-library/contract/home.ts';
import type { Template } from '../../rules-library/schema/template.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import { answerOf } from '../http/executed.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { createChain } from './chain/chain.ts';
import { peakDay } from './chain/peak-day.ts';
import { prepareChain } from './prepare.ts';
import { Rehearsal } from './rehearsal.ts';

export interface RehearsalOptions {
  door: Door;
  store: Store;
  log: Logger;
  template: Template | undefined;
  hasRelease: () => boolean;
  /** Rehearsal data is mixed with nobody's real orders: demo stores only. */
  available: () => boolean;
}

/** The day the chain broke down in: Double-12 of 2025, from midnight in Shanghai. */
const dayStart = Date.parse('2025-12-12T00:00:00+08:00');
const seed = 20_251_212;
const ordersOfTheDay = 36_000;

const player: Actor = {
  kind: 'job',
  id: 'job:rehearsal',
  name: { zh: '双十二演练', en: 'Double-12 rehearsal' },
  roles: [],
  warehouse: null,
};

/** "Watch Double-12": its routes, and how to end it with the server. */
export function rehearsalRoutes(options: RehearsalOptions): { routes: Route[]; close: () => Promise<void> } {
  const { door, store, log, template } = options;
  let startedBy = player;
  const rehearsal = new Rehearsal({
    makeChain: () => createChain(seed),
    makeDay: (chain, run) => ({
      start: dayStart,
      planned: peakDay(chain, { orders: ordersOfTheDay, start: dayStart, run }),
    }),
    prepare: async (chain, onProgress) => {
      if (template === undefined) throw new Error('the template of the rehearsal is missing');
      await prepareChain(
        chain,
        { door, store, template, hasRelease: options.hasRelease, actor: startedBy },
        onProgress,
      );
    },
    sendOrder: async (order) =>
      void answerOf(await door.execute({ name: 'ingest-order', input: order }, player)),
    sendEvent: async (event) =>
      void answerOf(await door.execute({ name: 'record-event', input: event }, player)),
    now: () => store.clock.now(),
    onError: (error) => log.warn({ error: describeError(error) }, 'rehearsal'),
  });
  const available = (): boolean => options.available() && template !== undefined;
  const routes: Route[] = [
    defineRoute({
      method: 'get',
      path: '/rehearsal',
      summary: { zh: '双十二演练的进度', en: 'How far the rehearsal is' },
      access: { kind: 'signed-in' },
      answers: { 200: rehearsalSchema },
      handle: () => ({ body: rehearsal.view(available()) }),
    }),
    defineRoute({
      method: 'post',
      path: '/rehearsal',
      summary: {
        zh: '开始、暂停、继续或结束演练，调整速度',
        en: 'Start, pause, resume or stop the rehearsal, set its speed',
      },
      access: { kind: 'command', command: 'publish-release' },
      body: rehearsalControlSchema,
      answers: { 200: rehearsalSchema },
      handle({ body, actor }) {
        if (!available()) throw notHere();
        if (body.speed !== undefined) rehearsal.setSpeed(body.speed);
        if (body.action === 'start') {
          startedBy = actor;
          rehearsal.begin(body.speed);
        } else if (body.action === 'pause') rehearsal.pause();
        else if (body.action === 'resume') rehearsal.resume();
        else rehearsal.stop();
        return { body: rehearsal.view(true) };
      },
    }),
  ];
  return { routes, close: () => rehearsal.drain() };
}

function notHere(): RequestError {
  return new RequestError('refused', {
    zh: '演练只能在演示数据上进行，不会混进真实订单。',
    en: 'The rehearsal runs on a demo store only, so that it never mixes with real orders.',
  });
}
