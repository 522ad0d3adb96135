import type { ShopItem } from '../../rules-library/schema/catalog.ts';
import { flowSchema, type Flow } from '../../rules-library/schema/flow.ts';
import type { OrderInput } from '../../rules-library/schema/order.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { compileFlow } from '../../runtime/index.ts';
import { archivedFacts } from '../../server/archive/archived-facts.ts';
import type { ArchivedDecision } from '../../server/archive/block.ts';
import { timedId } from '../../server/door/press-id.ts';
import { buildOrder } from '../../server/orders/build-order.ts';
import { momentFacts } from '../../server/orders/facts/moment.ts';
import { putOrderFacts } from '../../server/orders/facts/order-facts.ts';
import type { PersonalVault } from '../../server/personal/personal-vault.ts';
import { createChain, type Chain } from '../../server/rehearsal/chain/chain.ts';
import { peakDay, type PlannedOrder } from '../../server/rehearsal/chain/peak-day.ts';
import { createRandom, type Random } from '../../server/rehearsal/chain/random.ts';
import { buildRelease, type ReleaseContent } from '../../server/releases/build-release.ts';

const zone = 'Asia/Shanghai';
const dayMs = 86_400_000;

/** Nothing of a person is kept of these orders, so nothing is sealed. */
const noVault = { seal: () => '', index: () => '' } as unknown as PersonalVault;

/** Decisions on a year of the chain's orders, day by day, with the facts the server loads. Peak days carry ten times the usual. */
export function* yearOfDecisions(orders: number, seed = 1): Generator<ArchivedDecision[]> {
  const chain = createChain(seed);
  const skus = new Map(chain.skus.map((sku) => [sku.sku, sku]));
  const shops = new Map(chain.shops.map((shop) => [shop.id, shop]));
  const first = Date.UTC(2025, 0, 1);
  const weights = Array.from({ length: 365 }, (_, day): number => {
    const date = new Date(first + day * dayMs).toISOString().slice(5, 10);
    return ['06-18', '11-11', '12-12'].includes(date) ? 10 : 1;
  });
  const sum = weights.reduce((one, other) => one + other);
  let planned = 0;
  let given = 0;
  for (const [day, weight] of weights.entries()) {
    planned += (orders * weight) / sum;
    const count = Math.round(planned) - given;
    given += count;
    const start = first + day * dayMs;
    const items = peakDay(chain, { orders: count, start, run: `${day}` });
    yield items.flatMap(({ at, item }) =>
      'order' in item ? [decisionOn(item.order, start + at, skus, shops)] : [],
    );
  }
}

function decisionOn(
  planned: PlannedOrder,
  now: number,
  skus: ReadonlyMap<string, Chain['skus'][number]>,
  shops: ReadonlyMap<string, Chain['shops'][number]>,
): ArchivedDecision {
  const input = { custom: {}, ...planned } as unknown as OrderInput;
  const order = buildOrder(input, { arrivedAt: now } as never, noVault, now, []);
  const facts: Record<string, unknown> = momentFacts(now, zone, undefined);
  putOrderFacts(facts, order, {
    now,
    sku: (id) => skus.get(id),
    shop: shops.get(order.repairShop ?? '') as Partial<ShopItem> | undefined,
    customer: undefined,
    identities: [],
    credit: undefined,
    remoteAreas: ['西藏自治区', '新疆维吾尔自治区', '青海省'],
  });
  facts['event.type'] = 'order.received';
  return {
    id: timedId('d', now),
    at: now,
    subject: `order:${order._id}`,
    release: 1,
    facts: archivedFacts(facts),
  };
}

/** A release of so many rules, compiled from drawings as people make them: a few conditions, then one action. */
export function releaseOf(rules: number, seed = 1): ReleaseContent {
  const chain = createChain(seed, { skus: 200, people: 10 });
  const random = createRandom(seed).fork('rules');
  const flows = Array.from({ length: rules }, (_, index) => drawnFlow(chain, random, index));
  const compile = (flow: Flow) => compileFlow(flow, vocabulary);
  return buildRelease(
    flows.map((flow) => ({ flow, version: 1 })),
    compile,
    'bench',
  ).content;
}

function drawnFlow(chain: Chain, random: Random, index: number): Flow {
  const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
  const atLeast = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value });
  const total = atLeast('order.total', random.between(200, 30_000) * 100);
  const warehouse = random.pick(chain.warehouses);
  const conditions = random.pick([
    [is('repairShop.id', random.pick(chain.shops).id), total],
    [is('shipTo.city', warehouse.city), is('order.channel', random.pick(['taobao', 'jd', 'douyin'])), total],
    [is('shipTo.province', warehouse.province), is('customer.tier', random.pick(['gold', 'silver'])), total],
    [
      is('vehicle.model', random.pick(chain.shops).usualModels[0]),
      atLeast('order.quantity', random.between(4, 40)),
    ],
    [
      { fact: 'order.layer', operator: 'in', value: ['gold', 'silver'] },
      atLeast('order.total', random.between(8000, 90_000) * 100),
    ],
    [
      is('order.rushRequested', true),
      is('shipTo.city', warehouse.city),
      atLeast('order.weight', random.between(1, 50) * 1000),
    ],
  ]);
  const action = random.pick([
    { kind: 'set-tag', params: { tag: `t${index}` } },
    { kind: 'hold-order', params: { code: 'manual-review' } },
    {
      kind: 'raise-alert',
      params: {
        kind: 'other',
        level: 'warn',
        to: [{ role: 'operations' }],
        text: { zh: `第 ${index} 条`, en: `No. ${index}` },
      },
    },
  ]);
  const id = `f${String(index).padStart(4, '0')}`;
  return flowSchema.parse({
    id,
    name: { zh: id, en: id },
    rank: index + 1,
    nodes: [
      { id: 'start', kind: 'order.received' },
      {
        id: 'check',
        kind: 'condition-group',
        params: {
          conditions: { all: conditions.map((one, place) => ({ id: `c${place}`, ...one })) },
          whenMissing: 'no',
        },
      },
      { id: 'act', ...action },
    ],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'next' }, to: 'check' },
      { id: 'e2', from: { node: 'check', port: 'yes' }, to: 'act' },
    ],
  });
}
