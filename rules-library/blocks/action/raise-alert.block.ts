import { raiseAlert } from '../../commands/raise-alert.command.ts';
import { actionBlock } from './action-block.ts';

export const raiseAlertBlock = actionBlock(raiseAlert, {
  initial: { kind: 'other', level: 'info', to: [{ role: 'operations' }], text: { zh: '', en: '' } },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {
        kind: 'sync-late',
        level: 'info',
        to: [{ role: 'operations' }],
        text: { zh: '迟到', en: 'late' },
      },
      emits: {
        type: 'raise-alert',
        params: {
          kind: 'sync-late',
          level: 'info',
          to: [{ role: 'operations' }],
          text: { zh: '迟到', en: 'late' },
        },
      },
    },
    {
      name: { zh: '什么也没说', en: 'Says nothing' },
      params: { kind: 'other', level: 'info', to: [{ role: 'keeper' }], text: { zh: ' ', en: '' } },
      problem: 'params',
    },
    {
      name: { zh: '没有收件人', en: 'To nobody' },
      params: { kind: 'other', level: 'info', to: [{ warehouse: 'WH03' }], text: 'x' },
      problem: 'params',
    },
    {
      name: { zh: '没填对', en: 'Not filled in' },
      params: { kind: 'sync-late', level: 'loud', to: [], text: '' },
      problem: 'params',
    },
  ],
});
