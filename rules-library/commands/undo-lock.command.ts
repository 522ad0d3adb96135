import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const undoLock = defineCommand({
  name: 'undo-lock',
  label: { zh: '撤销锁库', en: 'Undo lock' },
  help: {
    zh: '一分钟内把一次锁库锁住的货全部还回去。',
    en: 'Gives back all that one press of the lock button took, within a minute.',
  },
  target: ['press'],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['keeper', 'operations'],
  key: () => '',
});
