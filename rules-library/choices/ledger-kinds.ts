import type { Choice } from '../define/fact.ts';

/** What a line of the stock ledger says happened. */
export const ledgerKinds: readonly Choice[] = [
  { value: 'receipt', label: { zh: '入库', en: 'Received' } },
  { value: 'adjust', label: { zh: '调整', en: 'Adjusted' } },
  { value: 'block', label: { zh: '冻结', en: 'Blocked' } },
  { value: 'unblock', label: { zh: '解冻', en: 'Unblocked' } },
  { value: 'protect', label: { zh: '设保底', en: 'Floor set' } },
  { value: 'hold', label: { zh: '锁库', en: 'Locked' } },
  { value: 'confirm', label: { zh: '确认锁库', en: 'Lock confirmed' } },
  { value: 'release', label: { zh: '释放', en: 'Released' } },
  { value: 'expire', label: { zh: '到期释放', en: 'Expired' } },
  { value: 'consume', label: { zh: '出库', en: 'Shipped' } },
  { value: 'relayer', label: { zh: '换层级', en: 'Layer changed' } },
  { value: 'transfer-out', label: { zh: '调拨出库', en: 'Sent to another warehouse' } },
  { value: 'transfer-in', label: { zh: '调拨入库', en: 'Received from another warehouse' } },
];
