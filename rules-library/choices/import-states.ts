import type { Text } from '../schema/text.ts';

/** How far a file that is imported has come. */
export const importStates = ['staging', 'ready', 'applying', 'applied', 'stopped', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

export const importStateLabels: Readonly<Record<ImportState, Text>> = {
  staging: { zh: '没有读完', en: 'Not read to the end' },
  ready: { zh: '等确认', en: 'Waits for your word' },
  applying: { zh: '正在导入', en: 'Being imported' },
  applied: { zh: '已导入', en: 'Imported' },
  stopped: { zh: '中断', en: 'Interrupted' },
  cancelled: { zh: '已停止', en: 'Stopped' },
};
