import type { Role } from '../../rules-library/define/command.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** Everyone on a demo store has this password; it works only where the server is bound to loopback. */
export const demoPassword = 'sluice-demo';

export interface DemoPerson {
  /** Sign-in name: the role itself. */
  role: Role;
  name: Text;
  warehouse: string | null;
}

/** One person per role, in the order of the sign-in page. */
export const demoPeople: readonly DemoPerson[] = [
  { role: 'operations', name: { zh: '林晓雯', en: 'Lin Xiaowen' }, warehouse: null },
  { role: 'sales', name: { zh: '赵启明', en: 'Zhao Qiming' }, warehouse: null },
  { role: 'keeper', name: { zh: '孙建国', en: 'Sun Jianguo' }, warehouse: 'WH03' },
  { role: 'service', name: { zh: '何佳怡', en: 'He Jiayi' }, warehouse: null },
  { role: 'planner', name: { zh: '周宇航', en: 'Zhou Yuhang' }, warehouse: null },
  { role: 'approver', name: { zh: '吴海峰', en: 'Wu Haifeng' }, warehouse: null },
  { role: 'finance', name: { zh: '郑雪梅', en: 'Zheng Xuemei' }, warehouse: null },
  { role: 'dispatcher', name: { zh: '马志强', en: 'Ma Zhiqiang' }, warehouse: null },
  { role: 'steward', name: { zh: '陈思远', en: 'Chen Siyuan' }, warehouse: null },
  { role: 'manager', name: { zh: '高文博', en: 'Gao Wenbo' }, warehouse: null },
];
