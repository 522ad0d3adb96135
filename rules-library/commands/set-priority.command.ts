import { z } from 'zod';
import { layers } from '../choices/layers.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { paramSegments } from '../sentences/param.ts';
import { operatorWord, words } from '../sentences/segments.ts';

export const setPriority = defineCommand({
  name: 'set-priority',
  label: { zh: '设锁库层级', en: 'Set lock layer' },
  help: {
    zh: '订单按这个层级锁库，代替按等级和付款算出的层级。',
    en: 'The order locks stock in this layer instead of the one its tier and payment give.',
  },
  target: ['order'],
  input: z.object({
    layer: z
      .enum(layers.map(({ value }) => value))
      .meta(ui({ label: { zh: '锁库层级', en: 'Lock layer' }, field: 'choice', options: layers })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: ({ layer }, context) => [
    operatorWord(context.language === 'zh' ? '锁库层级设为' : 'Set the lock layer to'),
    words(' '),
    ...paramSegments(layer, context, { options: layers }),
  ],
  key: () => '',
});
