import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { lineQuantitiesSchema } from './line-quantities.ts';

export const confirmPick = defineCommand({
  name: 'confirm-pick',
  label: { zh: '确认拣货', en: 'Confirm pick' },
  help: {
    zh: '锁住的货已经从架上拿下；不填明细就是全部。',
    en: 'What is locked has been taken off the shelf; all of it without lines.',
  },
  target: ['order'],
  input: z.object({ lines: lineQuantitiesSchema }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['keeper'],
  key: () => '',
});
