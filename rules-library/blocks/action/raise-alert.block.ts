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
      name: { zh: '没填对', en: 'Not filled in' },
      params: { kind: 'sync-late', level: 'loud', to: [], text: '' },
      problem: 'params',
    },
  ],
});
