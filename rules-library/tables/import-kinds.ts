import { catalogKinds } from '../schema/catalog.ts';
import type { Text } from '../schema/text.ts';
import { stockColumns, tableColumns, type TableColumn, type TableKind } from './table-columns.ts';

/** What a file can hold. */
export type ImportKind = TableKind | 'stock';

export interface ImportKindDefinition {
  kind: ImportKind;
  label: Text;
  /** What taking a file in means, in one sentence. */
  help: Text;
  /** Buttons its rows press: whoever brings a file needs all of them. */
  buttons: readonly string[];
  columns: readonly TableColumn[];
  /** Fields no row can do without. */
  needed: readonly string[];
  /** Fields that tell one row from another. */
  identity: readonly string[];
}

const words: Record<TableKind, { label: Text; help: Text }> = {
  prices: {
    label: { zh: '价格表', en: 'Prices' },
    help: {
      zh: '每行一个商品的单价；写了渠道就只用于这个渠道。',
      en: 'One price per row; with a channel it holds on that channel only.',
    },
  },
  skus: {
    label: { zh: '商品', en: 'Parts' },
    help: {
      zh: '每行一个商品，按商品编号新增或更新。',
      en: 'One part per row, added or updated by its number.',
    },
  },
  shops: {
    label: { zh: '维修厂', en: 'Repair shops' },
    help: { zh: '每行一家维修厂。', en: 'One repair shop per row.' },
  },
  customers: {
    label: { zh: '客户', en: 'Customers' },
    help: { zh: '每行一个客户；姓名加密保存。', en: 'One customer per row; names are kept sealed.' },
  },
  warehouses: {
    label: { zh: '仓库', en: 'Warehouses' },
    help: { zh: '每行一个仓库。', en: 'One warehouse per row.' },
  },
  calendar: {
    label: { zh: '工作日历', en: 'Business days' },
    help: { zh: '每行一天，写明是不是工作日。', en: 'One day per row, and whether it is a business day.' },
  },
  lists: {
    label: { zh: '名单', en: 'Lists' },
    help: {
      zh: '每行一份名单，条目用分号隔开。',
      en: 'One list per row, its entries separated by semicolons.',
    },
  },
};

const needed: Partial<Record<TableKind, readonly string[]>> = {
  prices: ['sku', 'unitPrice'],
  calendar: ['date', 'isBusinessDay'],
  lists: ['id', 'entries'],
};

const stockList: ImportKindDefinition = {
  kind: 'stock',
  label: { zh: '库存', en: 'Stock' },
  help: {
    zh: '每行写一个仓的一个商品现在有多少件。还没有的按入库，有的按盘点调整。',
    en: 'Each row says how many units a warehouse has of a part. What is not there yet is received, the rest adjusted as counted.',
  },
  buttons: ['receive-stock', 'adjust-stock'],
  columns: stockColumns,
  needed: ['warehouse', 'sku', 'quantity'],
  identity: ['warehouse', 'sku'],
};

/** Everything that can be brought as a file, what is asked for most first. */
export const importKinds: readonly ImportKindDefinition[] = [
  stockList,
  ...Object.entries(words).map(([name, said]): ImportKindDefinition => {
    const kind = name as TableKind;
    const identity = catalogKinds[kind].key;
    return {
      kind,
      ...said,
      buttons: ['import-catalog'],
      columns: tableColumns[kind],
      needed: needed[kind] ?? identity,
      identity,
    };
  }),
];

export function importKindOf(kind: string): ImportKindDefinition | undefined {
  return importKinds.find((known) => known.kind === kind);
}
