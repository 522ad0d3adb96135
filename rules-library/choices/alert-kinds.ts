import type { Choice } from '../define/fact.ts';
import { holdCodes } from './hold-codes.ts';

/** What an alert is about: the hold codes and some of its own. */
export const alertKinds: readonly Choice[] = [
  ...holdCodes,
  { value: 'stock-running-low', label: { zh: '库存将不够', en: 'Stock running low' } },
  { value: 'rush-granted', label: { zh: '加急通过', en: 'Rush granted' } },
  { value: 'rush-refused', label: { zh: '加急不成', en: 'Rush refused' } },
  { value: 'breaker-open', label: { zh: '加急通道已暂停', en: 'Rush lane paused' } },
  { value: 'transfer-late', label: { zh: '调拨晚点', en: 'Transfer late' } },
  { value: 'promise-at-risk', label: { zh: '交期有险', en: 'Delivery date at risk' } },
  { value: 'route-changed', label: { zh: '路线已改', en: 'Route changed' } },
  { value: 'bypass-found', label: { zh: '发现系统外操作', en: 'Movement outside the system' } },
  { value: 'demand-burst', label: { zh: '需求突增', en: 'Demand burst' } },
  { value: 'sync-late', label: { zh: '同步延迟', en: 'Late sync' } },
  { value: 'connector-down', label: { zh: '对接中断', en: 'Connection down' } },
];
