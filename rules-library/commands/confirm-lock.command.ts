import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { failingPorts } from './failing-ports.ts';

export const confirmLock = defineCommand({
  name: 'confirm-lock',
  label: { zh: '确认锁库', en: 'Confirm lock' },
  help: {
    zh: '锁住的货留定了，不再到期；已经到期的锁不能确认。',
    en: 'What is locked stays so for good; a lock that has expired cannot be confirmed.',
  },
  target: ['reservation', 'order'],
  input: z.object({}),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: failingPorts,
  roles: ['keeper', 'operations'],
  key: () => '',
});
