import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const closeExcelImport = defineCommand({
  name: 'close-excel-import',
  label: { zh: '关闭 Excel 导入', en: 'Close Excel import' },
  help: {
    zh: '从此不再收 Excel 和 CSV 文件，数据只由对接系统送来。关了就不能再打开。',
    en: 'No Excel or CSV file is taken in any more; data comes from connected systems only. It cannot be opened again.',
  },
  target: ['company'],
  input: z.object({}),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
