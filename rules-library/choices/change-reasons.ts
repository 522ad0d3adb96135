import type { Choice } from '../define/fact.ts';

/** Why a person changes something (改单原因), until the company keeps a list of its own (`changeReasonsList`). */
export const changeReasons: readonly Choice[] = [
  { value: 'customer-asked', label: { zh: '客户要求', en: 'The customer asked for it' } },
  { value: 'customer-mistake', label: { zh: '客户填错', en: 'The customer made a mistake' } },
  { value: 'checked-with-customer', label: { zh: '已与客户核实', en: 'Checked with the customer' } },
  { value: 'stock-differs', label: { zh: '实物与系统不符', en: 'The goods differ from the system' } },
  { value: 'supplier-late', label: { zh: '供应商或承运商延误', en: 'Supplier or carrier is late' } },
  { value: 'entered-wrong', label: { zh: '录入错误', en: 'It was entered wrongly' } },
  { value: 'rule-misses', label: { zh: '规则不合实际', en: 'The rule does not fit the case' } },
  { value: 'asked-by-manager', label: { zh: '上级安排', en: 'Asked for by a manager' } },
];

/** Id of the company's own list (`PUT /catalog/lists`): `change-reasons` for all buttons, `change-reasons-BUTTON` for one. */
export const changeReasonsList = 'change-reasons';
