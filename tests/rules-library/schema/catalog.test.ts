import { describe, expect, it } from 'vitest';
import { catalogKinds, isCatalogKind, type CatalogKind } from '../../../rules-library/schema/catalog.ts';
import { seasonSchema } from '../../../rules-library/schema/season.ts';
import { templateSchema } from '../../../rules-library/schema/template.ts';

const citySla = {
  id: 'city-sla',
  name: '城市时效',
  key: { zh: '城市', en: 'City' },
  columns: [
    { id: 'hours', label: { zh: '时效', en: 'Hours' }, type: 'hours' },
    { id: 'carrier', label: { zh: '承运商', en: 'Carrier' }, type: 'text' },
  ],
  rows: [
    { key: '南京', values: { hours: 24, carrier: '德邦' } },
    { key: '拉萨', values: {} },
  ],
};

describe('catalogue items', () => {
  const good: [CatalogKind, Record<string, unknown>][] = [
    ['skus', { sku: 'BRK-2041' }],
    [
      'skus',
      {
        sku: '刹车片 1',
        name: '前刹车片',
        category: '制动',
        goodsClass: ['liquid'],
        weight: 1900,
        volume: 1500,
        isFragile: false,
        coldChain: false,
      },
    ],
    [
      'customers',
      {
        id: 'C1',
        identities: [
          { kind: 'phone', value: '199' },
          { kind: 'channel', value: 'tb_1', channel: 'taobao' },
        ],
        tier: 'gold',
        creditLimit: 0,
      },
    ],
    [
      'shops',
      {
        id: 'SHOP-0183',
        name: '宁波',
        region: '浙江省',
        tier: 'none',
        creditLimit: 1,
        overdueDays: 3,
        usualModels: ['朗逸'],
      },
    ],
    ['warehouses', { id: 'WH03', name: '苏州仓', province: '江苏省', city: '苏州' }],
    ['calendar', { date: '2026-02-17', isBusinessDay: false }],
    [
      'lists',
      { id: 'remote-areas', name: { zh: '偏远', en: 'Remote' }, type: 'text', entries: ['青海省', 7] },
    ],
    ['tables', citySla],
  ];
  it.each(good)('%s %j', (kind, item) => {
    expect(catalogKinds[kind].item.parse(item)).toMatchObject(item);
  });

  const bad: [CatalogKind, Record<string, unknown>][] = [
    ['skus', {}],
    ['skus', { sku: 'A|B' }],
    ['skus', { sku: ' A' }],
    ['skus', { sku: 'A', weight: 1.5 }],
    ['skus', { sku: 'A', wieght: 1 }],
    ['customers', { id: 'C', tier: 'platinum' }],
    ['customers', { id: 'C', identities: [{ kind: 'face', value: 'x' }] }],
    ['shops', { id: 'S', creditLimit: -1 }],
    ['warehouses', { id: '' }],
    ['calendar', { date: '2026-02-30', isBusinessDay: false }],
    ['lists', { id: 'Remote areas', entries: [] }],
    ['lists', { id: 'x', entries: [''] }],
    ['tables', { ...citySla, columns: [] }],
    ['tables', { ...citySla, columns: [citySla.columns[0], citySla.columns[0]] }],
    ['tables', { ...citySla, rows: [citySla.rows[0], citySla.rows[0]] }],
    ['tables', { ...citySla, rows: [{ key: '南京', values: { planet: 1 } }] }],
    ['tables', { ...citySla, rows: [{ key: '南京', values: { hours: 'many' } }] }],
    ['tables', { ...citySla, rows: [{ key: '', values: {} }] }],
  ];
  it.each(bad)('%s %j is refused', (kind, item) => {
    expect(catalogKinds[kind].item.safeParse(item).success).toBe(false);
  });

  it('kinds still to come are none', () => {
    expect(isCatalogKind('skus')).toBe(true);
    for (const kind of ['lanes', 'constructor', '']) expect(isCatalogKind(kind)).toBe(false);
  });
});

describe('a season', () => {
  const season = (window: unknown) =>
    seasonSchema.safeParse({ id: 's', name: { zh: '节', en: 'S' }, window });

  it('is a window of time, or lies around a festival every year', () => {
    const fixed = { from: '2025-12-01T00:00:00+08:00', to: '2025-12-13T00:00:00+08:00' };
    expect(season(fixed).data).toEqual({
      id: 's',
      name: { zh: '节', en: 'S' },
      rank: 100,
      by: 'now',
      window: fixed,
      flows: [],
      replaces: [],
    });
    const lunar = {
      from: { festival: 'spring-festival', days: -15 },
      to: { festival: 'spring-festival', days: 0 },
      repeat: 'yearly',
    };
    expect(season(lunar).success).toBe(true);
  });

  it('ends after it begins, and knows its festivals', () => {
    const at = '2025-12-01T00:00:00+08:00';
    expect(season({ from: at, to: at }).success).toBe(false);
    const christmas = { festival: 'christmas', days: 0 };
    expect(season({ from: christmas, to: christmas, repeat: 'yearly' }).success).toBe(false);
  });
});

describe('a template', () => {
  const flow = { id: 'f', name: { zh: '流', en: 'F' }, nodes: [], edges: [] };
  const least = {
    id: 'X1',
    title: { zh: '一', en: 'One' },
    about: { zh: '一', en: 'One' },
    needs: [],
    flows: [flow],
  };

  it('carries flows and what they need', () => {
    const read = templateSchema.parse({
      ...least,
      catalog: { warehouses: [{ id: 'WH01' }] },
      lists: [{ id: 'l', entries: ['a'] }],
      sampleOrders: [
        {
          channel: 'b2b',
          externalId: '1',
          placedAt: '2025-12-12T00:00:00Z',
          lines: [{ sku: 'a', quantity: 1 }],
        },
      ],
    });
    expect(read.flows[0]!.cases).toEqual([]);
    expect(read.sampleOrders[0]!.lines[0]!.lineId).toBe('1');
  });

  it('is refused with a catalogue entry, order or table that nobody could load', () => {
    for (const more of [
      { catalog: { warehouses: [{ id: '' }] } },
      { catalog: { lanes: [] } },
      { sampleOrders: [{}] },
      { tables: [{ id: 't' }] },
      { flows: [] },
    ]) {
      expect(templateSchema.safeParse({ ...least, ...more }).success).toBe(false);
    }
  });
});
