import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { holdCodes } from '../choices/hold-codes.ts';
import { holdCodeSchema } from './hold-order.command.ts';
import { paramSegments } from '../sentences/param.ts';
import { operatorWord, words } from '../sentences/segments.ts';

export const liftHold = defineCommand({
  name: 'lift-hold',
  label: { zh: '解除挂起', en: 'Lift hold' },
  help: { zh: '解除一个卡点，订单继续走。', en: 'Lifts one hold, so that the order goes on.' },
  target: ['order'],
  input: z.object({
    code: holdCodeSchema.meta(
      ui({ label: { zh: '卡点', en: 'Waits for' }, field: 'choice', options: holdCodes }),
    ),
  }),
  needsReason: true,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['approver', 'operations'],
  sentence: ({ code }, context) => [
    operatorWord(context.language === 'zh' ? '解除挂起' : 'Lift the hold'),
    words(context.language === 'zh' ? '：' : ': '),
    ...paramSegments(code, context, { options: holdCodes }),
  ],
  key: () => '',
});
