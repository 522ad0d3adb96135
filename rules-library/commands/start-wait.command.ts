import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

const minutes = z.int().min(1).max(525_600);

export const startWait = defineCommand({
  name: 'start-wait',
  label: { zh: '开始等待', en: 'Start waiting' },
  help: {
    zh: '等一段时间、等到某个时间或等一件事发生，然后规则流接着走。',
    en: 'Waits for a time, until a moment or for an event; then the flow goes on.',
  },
  target: ['order'],
  input: z.union([
    z.object({ for: minutes }),
    /** A moment drawn is ISO; one taken from a fact is epoch milliseconds. */
    z.object({ until: z.union([z.iso.datetime({ offset: true }), z.number()]) }),
    z.object({ event: z.string().min(1).max(80), atMost: minutes }),
  ]),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  opensStage: true,
  key: () => '',
});
