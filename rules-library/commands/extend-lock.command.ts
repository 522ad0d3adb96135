import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { failingPorts } from './failing-ports.ts';

export const extendLock = defineCommand({
  name: 'extend-lock',
  label: { zh: '延长锁库', en: 'Extend lock' },
  help: {
    zh: '会到期的锁晚一点再到期。',
    en: 'Locks that end by themselves do so later.',
  },
  target: ['reservation', 'order'],
  input: z.object({
    until: z.iso.datetime({ offset: true }).meta(ui({ label: { zh: '延长到', en: 'Until' }, field: 'time' })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: failingPorts,
  roles: ['keeper', 'operations'],
  key: () => '',
});
