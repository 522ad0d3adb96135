import type { Role } from '../define/command.ts';
import type { Choice } from '../define/fact.ts';

export type FieldGroup = 'personal' | 'money' | 'credit';

/** What belongs together when it is said who may read it: answers leave out the groups a role may not read. */
export interface FieldGroupDefinition extends Choice {
  value: FieldGroup;
  help: Choice['label'];
  /** First settings; the data steward changes them. */
  roles: readonly Role[];
  /** Names under which it stands in free data (master data, values before and after a change), and facts by their id. */
  names: readonly string[];
}

export const fieldGroups: readonly FieldGroupDefinition[] = [
  {
    value: 'personal',
    label: { zh: '个人信息', en: 'Personal data' },
    help: {
      zh: '客户称呼、电话和地址，都只显示一部分。',
      en: 'Name, phone and address of a customer; only parts of them are ever shown.',
    },
    roles: [
      'operations',
      'sales',
      'keeper',
      'service',
      'approver',
      'finance',
      'dispatcher',
      'steward',
      'manager',
    ],
    names: ['phone', 'idNumber', 'deviceId', 'identities', 'contact', 'street', 'address'],
  },
  {
    value: 'money',
    label: { zh: '金额', en: 'Amounts of money' },
    help: {
      zh: '单价、订单金额、优惠、运费和已付金额。',
      en: 'Prices, order totals, discounts, freight and what was paid.',
    },
    roles: ['operations', 'sales', 'service', 'planner', 'approver', 'finance', 'steward', 'manager'],
    names: [
      'amount',
      'amounts',
      'total',
      'goodsTotal',
      'discount',
      'freight',
      'price',
      'unitPrice',
      'paid',
      'due',
      'cost',
    ],
  },
  {
    value: 'credit',
    label: { zh: '信用', en: 'Credit' },
    help: { zh: '信用额度、已用信用和逾期天数。', en: 'Credit limit, credit used and days overdue.' },
    roles: ['operations', 'sales', 'approver', 'finance', 'steward', 'manager'],
    names: [
      'creditLimit',
      'creditUsed',
      'creditLeft',
      'overdueDays',
      'customer.creditLimit',
      'customer.creditUsed',
      'customer.creditLeft',
      'customer.overdueDays',
      'order.overCredit',
    ],
  },
];
