import type { Rehearsal as RehearsalView } from '../../rules-library/contract/home.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Chain } from './chain/chain.ts';
import type { Planned, PlannedEvent, PlannedOrder } from './chain/peak-day.ts';

/** What the rehearsal needs of the world. */
export interface RehearsalPorts {
  /** Loads the chain's catalogue, the template and a release, if they are not there yet. */
  prepare(chain: Chain, onProgress: (share: number) => void): Promise<void>;
  /** Sends one order or event through the same door as everybody's. */
  sendOrder(order: PlannedOrder): Promise<void>;
  sendEvent(event: PlannedEvent): Promise<void>;
  makeChain(): Chain;
  makeDay(chain: Chain, run: string): { start: number; planned: Planned[] };
  now(): number;
  onError(error: unknown): void;
}

const tickMs = 200;
/** Orders on their way at once; with more waiting the played clock slows down rather than flooding the door. */
const maxInFlight = 64;

const texts: Record<RehearsalView['state'], Text> = {
  idle: {
    zh: '双十二演练：用 17 个仓、236 家维修厂的模拟数据走一遍高峰日',
    en: 'Double-12 rehearsal: a peak day of 17 warehouses and 236 repair shops, simulated',
  },
  preparing: { zh: '正在准备商品、维修厂和规则', en: 'Preparing parts, repair shops and rules' },
  running: { zh: '双十二演练数据', en: 'Double-12 rehearsal data' },
  paused: { zh: '双十二演练已暂停', en: 'Double-12 rehearsal paused' },
  finished: { zh: '双十二这一天已走完', en: 'The day of Double-12 has been played' },
};

/** Plays the peak day of the simulated chain through the door, as fast as the person who watches wants. */
export class Rehearsal {
  private state: RehearsalView['state'] = 'idle';
  private speed = 10;
  private planned: Planned[] = [];
  private next = 0;
  private start = 0;
  /** Milliseconds of the played day that have passed. */
  private played = 0;
  private lastTick = 0;
  private inFlight = 0;
  private preparedShare = 0;
  private timer: NodeJS.Timeout | undefined;
  /** Raised by `stop`: what a started preparation finds on its return decides whether it still counts. */
  private run = 0;
  private readonly ports: RehearsalPorts;

  constructor(ports: RehearsalPorts) {
    this.ports = ports;
  }

  view(available: boolean): RehearsalView {
    const preparing = this.state === 'preparing';
    return {
      available,
      state: this.state,
      sent: preparing ? Math.round(this.preparedShare * 100) : this.next,
      total: preparing ? 100 : this.planned.length,
      speed: this.speed,
      at: this.planned.length === 0 ? null : new Date(this.start + this.played).toISOString(),
      text: texts[this.state],
    };
  }

  /** Starts the day from its midnight; returns at once, `view` shows the progress. */
  begin(speed: number | undefined): void {
    if (this.state === 'preparing' || this.state === 'running' || this.state === 'paused') return;
    if (speed !== undefined) this.speed = speed;
    this.state = 'preparing';
    this.preparedShare = 0;
    this.planned = [];
    this.next = 0;
    const run = ++this.run;
    this.prepareAndPlay(run).catch((error: unknown) => {
      if (run === this.run) this.state = 'idle';
      this.ports.onError(error);
    });
  }

  pause(): void {
    if (this.state !== 'running') return;
    this.state = 'paused';
    clearInterval(this.timer);
  }

  resume(): void {
    if (this.state === 'paused') this.play();
  }

  setSpeed(speed: number): void {
    this.speed = speed;
  }

  /** Ends the rehearsal; orders already sent stay. */
  stop(): void {
    this.run++;
    clearInterval(this.timer);
    this.state = 'idle';
    this.planned = [];
    this.next = 0;
    this.played = 0;
  }

  /** Waits for the orders on their way. */
  async drain(): Promise<void> {
    this.stop();
    while (this.inFlight > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  private async prepareAndPlay(run: number): Promise<void> {
    const chain = this.ports.makeChain();
    await this.ports.prepare(chain, (share) => {
      this.preparedShare = share;
    });
    if (run !== this.run) return;
    // Numbers carry the moment, so that the day can be played again: an order is accepted once, for ever.
    const day = this.ports.makeDay(chain, this.ports.now().toString(36).toUpperCase());
    this.planned = day.planned;
    this.start = day.start;
    this.played = 0;
    this.play();
  }

  private play(): void {
    this.state = 'running';
    this.lastTick = performance.now();
    this.timer = setInterval(() => this.tick(), tickMs);
    this.timer.unref();
  }

  private tick(): void {
    const at = performance.now();
    const passed = (at - this.lastTick) * this.speed;
    this.lastTick = at;
    const target = this.played + passed;
    while (this.next < this.planned.length && this.planned[this.next]!.at <= target) {
      if (this.inFlight >= maxInFlight) {
        this.played = Math.max(this.played, this.planned[this.next]!.at);
        return;
      }
      this.send(this.planned[this.next]!);
      this.next++;
    }
    this.played = target;
    if (this.next === this.planned.length) {
      clearInterval(this.timer);
      this.state = 'finished';
    }
  }

  /** The day is played as if it were today: every time in it is moved to now. */
  private send({ item, at }: Planned): void {
    const shift = this.ports.now() - (this.start + at);
    this.inFlight++;
    const sent =
      'order' in item
        ? this.ports.sendOrder(moveOrder(item.order, shift))
        : this.ports.sendEvent(moveEvent(item.event, shift));
    sent
      .catch((error: unknown) => this.ports.onError(error))
      .finally(() => {
        this.inFlight--;
      });
  }
}

function move(time: string, shift: number): string {
  return new Date(Date.parse(time) + shift).toISOString();
}

function moveOrder(order: PlannedOrder, shift: number): PlannedOrder {
  return {
    ...order,
    placedAt: move(order.placedAt, shift),
    requestedDelivery: move(order.requestedDelivery, shift),
  };
}

function moveEvent(event: PlannedEvent, shift: number): PlannedEvent {
  const data = { ...event.data };
  if (typeof data.requestedDelivery === 'string')
    data.requestedDelivery = move(data.requestedDelivery, shift);
  return { ...event, occurredAt: move(event.occurredAt, shift), data };
}
