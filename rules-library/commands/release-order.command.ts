import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { failingPorts } from './failing-ports.ts';
export const releaseOrder = defineCommand({
  name: 'release-order',
  label: { zh: '放单', en: 'Release order' },
  help: {
    zh: '把订单交给仓库去拣货；有卡点挡住放单时不能按。',
    en: 'Hands the order to the warehouse for picking; not while a hold blocks it.',
  },
  target: ['order'],
  input: z.object({}),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: failingPorts,
  roles: ['operations'],
  key: () => '',
});
