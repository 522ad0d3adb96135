import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { failingPorts } from './failing-ports.ts';

export const releaseLock = defineCommand({
  name: 'release-lock',
  label: { zh: '释放锁库', en: 'Release lock' },
  help: {
    zh: '把锁住的货还回去；对订单按，就还它全部的锁。',
    en: 'Gives locked pieces back; pressed on an order, all it has.',
  },
  target: ['reservation', 'order'],
  input: z.object({}),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: failingPorts,
  roles: ['keeper', 'operations'],
  key: () => '',
});
