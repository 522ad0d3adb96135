import { z } from 'zod';
import { defineBlock, type BlockDefinition } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { orderEvents } from '../../choices/order-events.ts';
import type { Text } from '../../schema/text.ts';
import { joined, joinWord, valueWord, words } from '../../sentences/segments.ts';

/** A trigger whose subject is an order; it may listen to several events of orders, one drawing for all of them. */
export function orderTrigger(kind: string, help: Text): BlockDefinition {
  const own = orderEvents.find(({ value }) => value === kind);
  if (own === undefined) throw new Error(`${kind} is no event of orders`);
  return defineBlock({
    kind,
    version: 1,
    category: 'trigger',
    label: own.label,
    help,
    subject: 'order',
    ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
    params: z.object({
      also: z
        .array(z.enum(orderEvents.map(({ value }) => value)))
        .max(20)
        .optional()
        .meta(
          ui({
            label: { zh: '还在这些时候', en: 'Also when' },
            field: 'choices',
            options: orderEvents.filter(({ value }) => value !== kind),
          }),
        ),
    }),
    initial: {},
    compile: ({ also = [] }) => ({ role: 'trigger', events: [...new Set([kind, ...also])].sort() }),
    sentence: ({ also = [] }, { language }) => {
      const events = orderEvents.filter(({ value }) => value === kind || also.includes(value));
      const own = events.map(({ clause }) => [valueWord(clause[language])]);
      return language === 'zh'
        ? [...joined(own, joinWord('、')), words('时')]
        : [words('When '), ...joined(own, joinWord(' or '))];
    },
    examples: [
      { name: { zh: '单独一个', en: 'Alone' }, params: {} },
      {
        name: { zh: '不认识的事件', en: 'An event nobody raises' },
        params: { also: ['order.eaten'] },
        problem: 'params',
      },
    ],
  });
}
