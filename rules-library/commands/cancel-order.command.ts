import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const cancelOrder = defineCommand({
  name: 'cancel-order',
  label: { zh: '取消订单', en: 'Cancel order' },
  help: {
    zh: '取消还没有发货的订单，卡点和预警一并了结。',
    en: 'Cancels an order that has not been shipped; its holds and alerts end with it.',
  },
  target: ['order'],
  input: z.object({}),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['sales', 'service'],
  key: () => '',
});
