import type { Chain, ChainPerson, ChainShop, ChainSku } from './chain.ts';
import { drawSize } from './demand.ts';
import { remoteProvinces, vehicleModels } from './parts.ts';
import { createRandom, type Random } from './random.ts';

/** Risky operations the simulator plants and labels, so that what the rules find can be held against the truth. */
export const risks = [
  'credit-exceeded',
  'duplicate-customer',
  'address-problem',
  'odd-quantity',
  'dangerous-to-remote',
  'date-pulled-forward',
] as const;
export type Risk = (typeof risks)[number];

export interface PlannedLine {
  lineId: string;
  sku: string;
  quantity: number;
  unitPrice: number;
  warehouse: string;
}

/** An order in the spelling of `POST /orders`. */
export interface PlannedOrder {
  channel: string;
  externalId: string;
  placedAt: string;
  kind: string;
  customer?: { externalId: string; name: string; phone: string; deviceId: string; tier: string };
  repairShop?: string;
  vehicle?: { brand: string; model: string };
  shipTo: {
    province: string;
    city?: string;
    district?: string;
    street?: string;
    contact: string;
    phone: string;
  };
  lines: PlannedLine[];
  currency: string;
  discount: number;
  freight: number;
  payment: { status: string; method: string; paid: number };
  requestedDelivery: string;
  rush: boolean;
  note?: string;
}

/** An event in the spelling of `POST /events`. */
export interface PlannedEvent {
  type: string;
  id: string;
  occurredAt: string;
  data: { order: { channel: string; externalId: string }; [field: string]: unknown };
}

export interface Planned {
  /** Milliseconds after the day's start. */
  at: number;
  item: { order: PlannedOrder } | { event: PlannedEvent };
  /** The truth: what is risky about it. Never sent. */
  risks: Risk[];
}

export interface PeakDayOptions {
  /** Orders of the day, twins included. */
  orders: number;
  /** Epoch ms of the day's midnight. */
  start: number;
  /** Prefix of the numbers, so that one day can be played more than once. */
  run: string;
}

const hour = 3_600_000;

/** Relative demand by hour of Double-12: the rush after midnight, the morning and the evening. */
const hourWeights = [14, 6, 3, 2, 1, 1, 2, 4, 7, 10, 11, 9, 8, 7, 7, 7, 7, 7, 8, 10, 13, 12, 9, 7];

const channels = [
  ['taobao', 34],
  ['douyin', 22],
  ['jd', 14],
  ['youzan', 6],
  ['b2b', 16],
  ['pos', 8],
] as const;

const prefixes: Record<string, string> = {
  taobao: 'TB',
  douyin: 'DY',
  jd: 'JD',
  youzan: 'YZ',
  b2b: 'B2B',
  pos: 'POS',
};

/** One peak day in order of time; the same chain and options give the same day. */
export function peakDay(chain: Chain, options: PeakDayOptions): Planned[] {
  const root = createRandom(chain.seed).fork(`day:${options.orders}`);
  const times = drawTimes(root.fork('times'), options.orders);
  const day = new DayBuilder(chain, options, root.fork('orders'));
  for (const at of times) day.add(at);
  return day.finish();
}

/** Times by the hour profile, with bursts: every few minutes a coupon or a live show multiplies demand. */
function drawTimes(random: Random, count: number): number[] {
  const minutes = Array.from({ length: 1440 }, (_, minute) => {
    const burst = random.chance(0.06) ? 2 + 3 * random.next() : 1;
    return [minute, hourWeights[Math.floor(minute / 60)]! * burst] as const;
  });
  const cumulated: number[] = [];
  let sum = 0;
  for (const [, weight] of minutes) cumulated.push((sum += weight));
  return Array.from({ length: count }, () => {
    const wanted = random.next() * sum;
    const minute = cumulated.findIndex((reached) => wanted < reached);
    return Math.floor((Math.max(0, minute) + random.next()) * 60_000);
  }).sort((a, b) => a - b);
}

class DayBuilder {
  private readonly planned: Planned[] = [];
  private readonly numbers = new Map<string, number>();
  /** Fen on account per shop today: what the system will know as used credit. */
  private readonly onAccount = new Map<string, number>();
  /** Twins wait for their time: the same person again on another platform. */
  private twins: { at: number; person: ChainPerson; sku: ChainSku; not: string }[] = [];
  private readonly chain: Chain;
  private readonly options: PeakDayOptions;
  private readonly random: Random;
  private count = 0;

  constructor(chain: Chain, options: PeakDayOptions, random: Random) {
    this.chain = chain;
    this.options = options;
    this.random = random;
  }

  add(at: number): void {
    const due = this.twins.find((twin) => twin.at <= at);
    if (due !== undefined) {
      this.twins = this.twins.filter((twin) => twin !== due);
      const channel = this.random.pick(['taobao', 'douyin', 'jd'].filter((name) => name !== due.not));
      this.place(at, channel, { person: due.person, sku: due.sku, risks: ['duplicate-customer'] });
      return;
    }
    const channel = this.random.weighted(channels);
    this.place(at, channel, {});
  }

  finish(): Planned[] {
    return this.planned.sort((a, b) => a.at - b.at);
  }

  private place(
    at: number,
    channel: string,
    given: { person?: ChainPerson; sku?: ChainSku; risks?: Risk[] },
  ): void {
    const { random, chain } = this;
    const found: Risk[] = [...(given.risks ?? [])];
    const shop = channel === 'b2b' ? random.pick(chain.shops) : undefined;
    const person = shop === undefined ? (given.person ?? random.pick(chain.people)) : undefined;
    const lines = this.drawLines(shop, person, given.sku, found);
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
    const discount = random.chance(0.4) ? Math.round(goods * (0.05 + 0.1 * random.next())) : 0;
    const freight = shop === undefined && goods < 9_900 ? 800 : 0;
    const order: PlannedOrder = {
      channel,
      externalId: this.number(channel, shop),
      placedAt: new Date(this.options.start + at).toISOString(),
      kind: 'sale',
      shipTo: this.address(channel === 'pos', shop, person, lines, found),
      lines,
      currency: 'CNY',
      discount,
      freight,
      payment: this.payment(channel, goods - discount + freight),
      requestedDelivery: new Date(this.options.start + at + random.between(24, 96) * hour).toISOString(),
      rush: random.chance(shop === undefined ? 0.015 : 0.06),
    };
    if (shop !== undefined) order.repairShop = shop.id;
    if (person !== undefined) order.customer = customerOf(person, channel);
    if (random.chance(0.5)) {
      const [brand, model] = random.pick(vehicleModels);
      order.vehicle = { brand, model };
    }
    if (shop !== undefined) this.account(shop, order, found);
    this.planned.push({ at, item: { order }, risks: found });
    this.count++;
    if (person !== undefined && given.person === undefined)
      this.maybeTwin(at, channel, person, lines[0]!.sku);
    if (random.chance(0.008)) this.pullForward(at, order);
  }

  private drawLines(
    shop: ChainShop | undefined,
    person: ChainPerson | undefined,
    first: ChainSku | undefined,
    found: Risk[],
  ): PlannedLine[] {
    const { random, chain } = this;
    const count = Math.min(8, 1 + random.poisson(shop === undefined ? 0.5 : 1.8));
    const warehouse = shop?.warehouse ?? person?.warehouse ?? 'WH01';
    const odd = shop === undefined && random.chance(0.003);
    if (odd) found.push('odd-quantity');
    return Array.from({ length: count }, (_, index) => {
      const sku = index === 0 && first !== undefined ? first : chain.drawSku(random);
      const size = drawSize(sku.profile, random) * (shop === undefined ? 1 : random.between(1, 4));
      return {
        lineId: String(index + 1),
        sku: sku.sku,
        // A slip of the finger: a zero or two too many.
        quantity: odd && index === 0 ? Math.max(50, size * 100) : size,
        unitPrice: sku.price,
        warehouse,
      };
    });
  }

  private address(
    atTill: boolean,
    shop: ChainShop | undefined,
    person: ChainPerson | undefined,
    lines: readonly PlannedLine[],
    found: Risk[],
  ): PlannedOrder['shipTo'] {
    const { random } = this;
    const contact = person?.name ?? '张工';
    const phone = person?.phone ?? `0512-6${String(random.between(1_000_000, 9_999_999))}`;
    const remote = person !== undefined && !atTill && random.chance(0.02);
    const province = remote ? random.pick(remoteProvinces) : (person?.province ?? shop?.province ?? '江苏省');
    const city = remote ? `${province.slice(0, 2)}某市` : (person?.city ?? shop?.city ?? '苏州');
    if (remote && lines.some((line) => /^(BAT|CLN)-/.test(line.sku))) found.push('dangerous-to-remote');
    const address = {
      province,
      city,
      district: '城区',
      street: `人民路 ${random.between(1, 900)} 号`,
      contact,
      phone,
    };
    if (person !== undefined && !atTill && random.chance(0.004)) {
      found.push('address-problem');
      return { province, contact, phone };
    }
    return address;
  }

  private payment(channel: string, due: number): PlannedOrder['payment'] {
    if (channel === 'b2b') return { status: 'on_account', method: 'on_account', paid: 0 };
    if (channel === 'pos') return { status: 'paid', method: 'wechat', paid: due };
    return this.random.chance(0.08)
      ? { status: 'unpaid', method: 'alipay', paid: 0 }
      : { status: 'paid', method: channel === 'jd' ? 'bank' : 'alipay', paid: due };
  }

  /** Sums what a shop has on account and labels the order that goes over its limit. */
  private account(shop: ChainShop, order: PlannedOrder, found: Risk[]): void {
    const total =
      order.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) -
      order.discount +
      order.freight;
    const used = this.onAccount.get(shop.id) ?? 0;
    if (used + total > shop.creditLimit) found.push('credit-exceeded');
    this.onAccount.set(shop.id, used + total);
  }

  private maybeTwin(at: number, channel: string, person: ChainPerson, sku: string): void {
    if (channel === 'pos' || !this.random.chance(0.008)) return;
    const chosen = this.chain.skus.find((candidate) => candidate.sku === sku);
    if (chosen === undefined) return;
    this.twins.push({ at: at + this.random.between(3, 180) * 60_000, person, sku: chosen, not: channel });
  }

  /** A sales clerk pulls the delivery date forward to within hours of the order. */
  private pullForward(at: number, order: PlannedOrder): void {
    const later = at + this.random.between(5, 240) * 60_000;
    if (later >= 24 * hour) return;
    this.planned.push({
      at: later,
      item: {
        event: {
          type: 'order.changed',
          id: `chg-${order.externalId}`,
          occurredAt: new Date(this.options.start + later).toISOString(),
          data: {
            order: { channel: order.channel, externalId: order.externalId },
            requestedDelivery: new Date(this.options.start + later + 6 * hour).toISOString(),
          },
        },
      },
      risks: ['date-pulled-forward'],
    });
  }

  private number(channel: string, shop: ChainShop | undefined): string {
    const next = (this.numbers.get(channel) ?? 0) + 1;
    this.numbers.set(channel, next);
    const middle = shop === undefined ? this.options.run : `${this.options.run}-${shop.id.slice(-3)}`;
    return `${prefixes[channel]}${middle}-${String(next).padStart(5, '0')}`;
  }
}

function customerOf(person: ChainPerson, channel: string): NonNullable<PlannedOrder['customer']> {
  return {
    externalId: `${channel}_${person.key}`,
    name: person.name,
    phone: person.phone,
    deviceId: person.deviceId,
    tier: person.tier,
  };
}
