import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const importCatalog = defineCommand({
  name: 'import-catalog',
  label: { zh: '导入基础资料', en: 'Import catalogue' },
  help: {
    zh: '按业务编号新增或更新商品、价格、客户、维修厂、仓库、日历、名单。',
    en: 'Adds or updates parts, prices, customers, shops, warehouses, calendar and lists by their business id.',
  },
  target: [],
  input: z.object({ kind: z.string().max(40), items: z.array(z.unknown()).min(1).max(500) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: ['operations', 'steward'],
  key: () => '',
});
