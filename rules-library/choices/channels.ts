import type { Choice } from '../define/fact.ts';

/** Where orders come from; a company adds its own. */
export const channels: readonly Choice[] = [
  { value: 'taobao', label: { zh: '淘宝', en: 'Taobao' } },
  { value: 'douyin', label: { zh: '抖音', en: 'Douyin' } },
  { value: 'jd', label: { zh: '京东', en: 'JD' } },
  { value: 'youzan', label: { zh: '有赞', en: 'Youzan' } },
  { value: 'b2b', label: { zh: '维修厂', en: 'Repair shops' } },
  { value: 'pos', label: { zh: '门店', en: 'Shop till' } },
  { value: 'csv', label: { zh: '表格导入', en: 'File import' } },
  { value: 'manual', label: { zh: '手工录单', en: 'Entered by hand' } },
];
