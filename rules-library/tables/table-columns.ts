import type { CatalogKind } from '../schema/catalog.ts';
import type { Text } from '../schema/text.ts';

/**
 * How the text of a cell becomes a value. `yuan` is money written in yuan; `several` is a list in one cell; `channel` and `tier` are
 * written as on screens or by their value.
 */
export type CellType = 'text' | 'integer' | 'yuan' | 'yes-no' | 'several' | 'channel' | 'tier';

export interface TableColumn {
  field: string;
  /** How it is called on screens; of a field with two units both are called alike. */
  label: Text;
  type: CellType;
  /** Headers it is found under, beside the field's own name; compared by `plainHeader`. */
  headers: readonly string[];
}

const labels: Readonly<Record<string, Text>> = {
  sku: { zh: '商品编号', en: 'Part number' },
  name: { zh: '名称', en: 'Name' },
  category: { zh: '品类', en: 'Category' },
  goodsClass: { zh: '货物类别', en: 'Goods class' },
  weight: { zh: '重量（克）', en: 'Weight (g)' },
  volume: { zh: '体积（立方厘米）', en: 'Volume (cm³)' },
  isFragile: { zh: '易碎', en: 'Fragile' },
  coldChain: { zh: '冷链', en: 'Cold chain' },
  id: { zh: '编号', en: 'Number' },
  tier: { zh: '客户等级', en: 'Customer tier' },
  creditLimit: { zh: '信用额度', en: 'Credit limit' },
  overdueDays: { zh: '逾期天数', en: 'Days overdue' },
  region: { zh: '区域', en: 'Region' },
  usualModels: { zh: '常修车型', en: 'Usual models' },
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  channel: { zh: '渠道', en: 'Channel' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  date: { zh: '日期', en: 'Date' },
  isBusinessDay: { zh: '是否工作日', en: 'Business day' },
  type: { zh: '类型', en: 'Type' },
  entries: { zh: '条目', en: 'Entries' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  quantity: { zh: '在库数', en: 'On hand' },
};

const money: ReadonlySet<string> = new Set(['creditLimit', 'unitPrice']);

const column = (field: string, type: CellType, ...headers: string[]): TableColumn => {
  const label = labels[field] ?? { zh: field, en: field };
  // Money names its unit where it is asked for, so that a header without one is never taken for fen.
  const called = type === 'integer' && money.has(field) ? [] : [label.zh, label.en];
  return { field, label, type, headers: [...headers, ...called] };
};
const name = column('name', 'text', '名称', '名字');
const tier = column('tier', 'tier', '客户等级', '等级');
const credit = [
  column('creditLimit', 'integer', '信用额度分'),
  column('creditLimit', 'yuan', '信用额度元', '信用额度'),
  column('overdueDays', 'integer', '逾期天数'),
];

/** Kinds whose items are one line of a table each. A table kept by name is a whole sheet: it comes as JSON. */
export type TableKind = Exclude<CatalogKind, 'tables'>;

/** Columns of a catalogue table, by kind. Chinese headers name their unit where the field's own unit is unusual. */
export const tableColumns: Record<TableKind, readonly TableColumn[]> = {
  skus: [
    column('sku', 'text', '商品编号', '商品编码', '货号'),
    name,
    column('category', 'text', '品类', '类别'),
    column('goodsClass', 'several', '货物类别'),
    column('weight', 'integer', '重量克', '重量g', '重量'),
    column('volume', 'integer', '体积立方厘米', '体积cm³', '体积'),
    column('isFragile', 'yes-no', '易碎'),
    column('coldChain', 'yes-no', '冷链'),
  ],
  customers: [column('id', 'text', '客户编号', '编号'), name, tier, ...credit],
  shops: [
    column('id', 'text', '维修厂编号', '编号'),
    name,
    column('region', 'text', '区域', '地区'),
    tier,
    ...credit,
    column('usualModels', 'several', '常修车型'),
  ],
  warehouses: [
    column('id', 'text', '仓库编号', '编号'),
    name,
    column('province', 'text', '省', '省份'),
    column('city', 'text', '市', '城市'),
  ],
  prices: [
    column('sku', 'text', '商品编号', '商品编码', '货号'),
    column('channel', 'channel', '渠道', '平台'),
    column('unitPrice', 'integer', '单价分'),
    column('unitPrice', 'yuan', '单价元', '单价', '售价', '价格'),
  ],
  calendar: [column('date', 'text', '日期'), column('isBusinessDay', 'yes-no', '工作日', '是否工作日')],
  lists: [
    column('id', 'text', '名单编号', '编号'),
    name,
    column('type', 'text', '类型'),
    column('entries', 'several', '条目', '内容'),
  ],
};

/** Columns of a stock list. */
export const stockColumns: readonly TableColumn[] = [
  column('warehouse', 'text', '仓库编号', '仓', '仓号'),
  column('sku', 'text', '商品编码', '货号', '配件编码', '物料编码'),
  column('quantity', 'integer', '在库', '库存', '库存数', '数量', '件数', '实盘数', 'stock', 'qty'),
];

/** A header without what people write differently: case, blanks, brackets and underscores; a unit in brackets stays. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s()【】[\]_]/g, '')
    .toLowerCase();
}

/** The column a header stands for, or undefined: then a person is asked. */
export function columnOf(columns: readonly TableColumn[], header: string): TableColumn | undefined {
  const plain = plainHeader(header);
  return columns.find((column) =>
    [column.field, ...column.headers].some((name) => plainHeader(name) === plain),
  );
}

export const tableKinds = Object.keys(tableColumns) as TableKind[];
