import type { CatalogKind } from '../../rules-library/schema/catalog.ts';

/** How the text of a cell becomes a value. `yuan` is money written in yuan; `several` is a list in one cell. */
export type CellType = 'text' | 'integer' | 'yuan' | 'yes-no' | 'several';

export interface CsvColumn {
  field: string;
  type: CellType;
  /** Headers it is found under, beside the field's own name; compared without blanks and brackets. */
  headers: readonly string[];
}

const column = (field: string, type: CellType, ...headers: string[]): CsvColumn => ({ field, type, headers });
const name = column('name', 'text', '名称', '名字');
const tier = column('tier', 'text', '客户等级', '等级');
const credit = [
  column('creditLimit', 'integer', '信用额度分'),
  column('creditLimit', 'yuan', '信用额度元', '信用额度'),
  column('overdueDays', 'integer', '逾期天数'),
];

/** Kinds whose items are one line of a table each. A table kept by name is a whole sheet: it comes as JSON. */
export type CsvKind = Exclude<CatalogKind, 'tables'>;

/** Columns of a catalogue table, by kind. Chinese headers name their unit where the field's own unit is unusual. */
export const csvColumns: Record<CsvKind, readonly CsvColumn[]> = {
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
  calendar: [column('date', 'text', '日期'), column('isBusinessDay', 'yes-no', '工作日', '是否工作日')],
  lists: [
    column('id', 'text', '名单编号', '编号'),
    name,
    column('type', 'text', '类型'),
    column('entries', 'several', '条目', '内容'),
  ],
};
