import type { Choice } from '../define/fact.ts';

/** Roles of people. */
export const roles: readonly Choice[] = [
  { value: 'operations', label: { zh: '运营', en: 'Operations' } },
  { value: 'sales', label: { zh: '销售', en: 'Sales' } },
  { value: 'keeper', label: { zh: '仓管', en: 'Warehouse keeper' } },
  { value: 'service', label: { zh: '客服', en: 'Customer service' } },
  { value: 'planner', label: { zh: '计划', en: 'Planner' } },
  { value: 'approver', label: { zh: '审批', en: 'Approver' } },
  { value: 'finance', label: { zh: '财务', en: 'Finance' } },
  { value: 'dispatcher', label: { zh: '调度', en: 'Dispatcher' } },
  { value: 'steward', label: { zh: '数据协作者', en: 'Data steward' } },
  { value: 'manager', label: { zh: '管理', en: 'Manager' } },
];
