import { defineCommand } from '../define/command.ts';
import { businessEventSchema } from '../schema/event.ts';

export const recordEvent = defineCommand({
  name: 'record-event',
  label: { zh: '记录业务事件', en: 'Record an event' },
  help: {
    zh: '记录订单在别处发生的变化并判定。',
    en: 'Records what happened to an order elsewhere, and decides it.',
  },
  target: [],
  input: businessEventSchema,
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
