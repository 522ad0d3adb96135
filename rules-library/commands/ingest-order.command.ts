import { defineCommand } from '../define/command.ts';
import { orderSchema } from '../schema/order.ts';

export const ingestOrder = defineCommand({
  name: 'ingest-order',
  label: { zh: '接收订单', en: 'Take in an order' },
  help: {
    zh: '接收一张渠道订单并按生效规则判定。',
    en: 'Takes in an order of a channel and decides it by the rules in force.',
  },
  target: [],
  input: orderSchema,
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
