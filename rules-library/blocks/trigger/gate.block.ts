import { z } from 'zod';
import { gatedCommands, gateEventOf } from '../../choices/gated-commands.ts';
import { commands as allCommands } from '../../commands/index.ts';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { alsoEvents, alsoSchema, whenWords } from './event-trigger.ts';

/** Only buttons there are can be chosen; a drawing may stand before others, which nobody can press yet. */
const offered = gatedCommands.filter(({ value }) =>
  allCommands.some(({ name, button }) => name === value && button),
);

const params = z.strictObject({
  commands: z
    .array(z.enum(gatedCommands.map(({ value }) => value)))
    .min(1)
    .max(20)
    .meta(
      ui({
        label: { zh: '按哪些按钮之前', en: 'Before which buttons' },
        field: 'choices',
        options: offered,
      }),
    ),
  also: alsoSchema(alsoEvents('order')),
});

/** The gates asked, and what else the drawing listens to. */
function listened({ commands, also = [] }: z.output<typeof params>): string[] {
  return [...new Set([...commands.map(gateEventOf), ...also])].sort();
}

export const gateBlock = defineBlock({
  kind: 'gate',
  version: 1,
  category: 'trigger',
  tone: 'danger',
  label: { zh: '关口', en: 'Gate' },
  help: {
    zh: '有人按下按钮、还没生效之前先问这里：放行还是拦下。缺数据就拦下转人工。',
    en: 'Asked before a button takes effect: let it pass or stop it. Where data is missing it is stopped, for a person to decide.',
  },
  subject: 'order',
  needs: ['gate'],
  ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  params,
  initial: { commands: offered.slice(0, 1).map(({ value }) => value) },
  compile: (given) => ({ role: 'trigger', events: listened(given) }),
  sentence: (given, context) => whenWords(listened(given), context),
  examples: [
    {
      name: { zh: '发货之前', en: 'Before shipping' },
      params: { commands: ['ship'] },
      facts: { 'event.type': 'gate.ship' },
    },
    {
      name: { zh: '发货之前和收到时', en: 'Before shipping and on receipt' },
      params: { commands: ['ship'], also: ['order.received'] },
      facts: { 'event.type': 'order.received' },
    },
    { name: { zh: '没选按钮', en: 'No button' }, params: { commands: [] }, problem: 'params' },
  ],
});
