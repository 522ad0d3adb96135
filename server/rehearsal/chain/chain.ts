import { drawProfile, type DemandProfile } from './demand.ts';
import { partKinds, vehicleModels, warehouseCities } from './parts.ts';
import { createRandom, type Random } from './random.ts';

export interface ChainWarehouse {
  id: string;
  name: string;
  province: string;
  city: string;
  weight: number;
}
export interface ChainShop {
  id: string;
  name: string;
  region: string;
  city: string;
  province: string;
  tier: string;
  /** Fen. */
  creditLimit: number;
  overdueDays: number;
  usualModels: string[];
  warehouse: string;
}
export interface ChainSku {
  sku: string;
  name: string;
  category: string;
  goodsClass: string[];
  weight: number;
  volume: number;
  isFragile: boolean;
  coldChain: boolean;
  /** Fen; the simulator's own, no part of the catalogue. */
  price: number;
  profile: DemandProfile;
}
export interface ChainPerson {
  key: string;
  name: string;
  phone: string;
  deviceId: string;
  tier: string;
  city: string;
  province: string;
  warehouse: string;
}

/** The chain of the product's story: 17 warehouses, 236 partner repair shops, 20,000 SKUs, and its retail customers. */
export interface Chain {
  seed: number;
  warehouses: ChainWarehouse[];
  shops: ChainShop[];
  skus: ChainSku[];
  people: ChainPerson[];
  /** A SKU by its demand: parts asked for often come up often. */
  drawSku(random: Random): ChainSku;
}

const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗'.split('');
const givenNames = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'.split('');
const shopWords = [
  '顺达',
  '众诚',
  '远航',
  '鑫隆',
  '安途',
  '驰骋',
  '正泰',
  '宏业',
  '捷修',
  '信达',
  '博力',
  '金轮',
];
const shopEndings = ['修理厂', '汽修', '汽车服务', '快修店'];

/** Builds the chain; `sizes` is smaller only where a test says so. */
export function createChain(
  seed: number,
  sizes: { skus?: number; shops?: number; people?: number } = {},
): Chain {
  const root = createRandom(seed);
  const warehouses = warehouseCities.map(([city, province, weight], index) => ({
    id: `WH${String(index + 1).padStart(2, '0')}`,
    name: `${city}仓`,
    province,
    city,
    weight,
  }));
  const byDemand = warehouses.map((warehouse) => [warehouse, warehouse.weight] as const);
  const skus = drawSkus(root.fork('skus'), sizes.skus ?? 20_000);
  return {
    seed,
    warehouses,
    shops: drawShops(root.fork('shops'), sizes.shops ?? 236, byDemand),
    skus,
    people: drawPeople(root.fork('people'), sizes.people ?? 24_000, byDemand),
    drawSku: skuPicker(skus),
  };
}

function drawSkus(random: Random, count: number): ChainSku[] {
  const kinds = partKinds.map((kind) => [kind, kind.share] as const);
  const seen = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const kind = random.weighted(kinds);
    const number = (seen.get(kind.code) ?? 0) + 1;
    seen.set(kind.code, number);
    const [brand, model] = random.pick(vehicleModels);
    const [low, high] = kind.price;
    const size = 0.8 + 0.4 * random.next();
    return {
      sku: `${kind.code}-${String(number).padStart(4, '0')}`,
      name: `${kind.name} ${brand}${model}`,
      category: kind.category,
      goodsClass: [...kind.goodsClass],
      weight: Math.round(kind.weight * size),
      volume: Math.round(kind.volume * size),
      isFragile: kind.isFragile,
      coldChain: false,
      // Whole yuan, denser at the low end as price lists are.
      price: Math.round((low * (high / low) ** random.next()) / 100) * 100,
      profile: drawProfile(random),
    };
  });
}

function drawShops(
  random: Random,
  count: number,
  warehouses: readonly (readonly [ChainWarehouse, number])[],
): ChainShop[] {
  return Array.from({ length: count }, (_, index) => {
    const warehouse = random.weighted(warehouses);
    const tier = random.weighted([
      ['gold', 2],
      ['silver', 4],
      ['bronze', 5],
      ['none', 3],
    ]);
    const base = { gold: 64_000_000, silver: 36_000_000, bronze: 22_000_000, none: 13_000_000 }[tier] ?? 0;
    return {
      id: `SHOP-${String(index + 1).padStart(4, '0')}`,
      name: `${warehouse.city}${random.pick(shopWords)}${random.pick(shopEndings)}`,
      region: warehouse.province,
      city: warehouse.city,
      province: warehouse.province,
      tier,
      creditLimit: Math.round((base * (0.6 + 0.8 * random.next())) / 100_000) * 100_000,
      overdueDays: random.chance(0.12) ? random.between(1, 75) : 0,
      usualModels: [...new Set(Array.from({ length: 3 }, () => random.pick(vehicleModels)[1]))],
      warehouse: warehouse.id,
    };
  });
}

function drawPeople(
  random: Random,
  count: number,
  warehouses: readonly (readonly [ChainWarehouse, number])[],
): ChainPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const warehouse = random.weighted(warehouses);
    return {
      key: String(index + 1).padStart(5, '0'),
      name:
        random.pick(surnames) + random.pick(givenNames) + (random.chance(0.5) ? random.pick(givenNames) : ''),
      // 199 is in use, the rest is drawn: invented people, one number each.
      phone: `199${String(10_000_000 + ((index * 7919 + 104_729) % 90_000_000))}`,
      deviceId: `dev-${String(index + 1).padStart(6, '0')}`,
      tier: random.weighted([
        ['gold', 1],
        ['silver', 3],
        ['bronze', 6],
        ['none', 12],
      ]),
      city: warehouse.city,
      province: warehouse.province,
      warehouse: warehouse.id,
    };
  });
}

/** Picks by monthly units asked for, through cumulated weights and a binary search. */
function skuPicker(skus: readonly ChainSku[]): (random: Random) => ChainSku {
  const cumulated: number[] = [];
  let sum = 0;
  for (const { profile } of skus) cumulated.push((sum += profile.occurrence));
  return (random) => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return skus[low]!;
  };
}
