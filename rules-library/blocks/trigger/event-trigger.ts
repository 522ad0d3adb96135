import { z } from 'zod';
import { events } from '../../choices/events.ts';
import { gateEvents } from '../../choices/gated-commands.ts';
import { raisedEvents } from '../../choices/raised-events.ts';
import { defineBlock, type BlockDefinition } from '../../define/block.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import type { Text } from '../../schema/text.ts';
import { joined, joinWord, valueWord, words } from '../../sentences/segments.ts';

/** A trigger that may listen to several events of its subject: one drawing for all of them. */
export function eventTrigger(kind: string, help: Text): BlockDefinition {
  const own = events.find(({ value }) => value === kind);
  if (own === undefined) throw new Error(`${kind} is no event`);
  const others = alsoEvents(own.subject).filter(({ value }) => value !== kind);
  return defineBlock({
    kind,
    version: 1,
    category: 'trigger',
    label: own.label,
    help,
    subject: own.subject,
    needs: [kind],
    ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
    params: z.object({ also: alsoSchema([own, ...others]) }),
    initial: {},
    compile: ({ also = [] }) => ({ role: 'trigger', events: [...new Set([kind, ...also])].sort() }),
    sentence: ({ also = [] }, context) => whenWords([kind, ...also], context),
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

interface AlsoEvent {
  value: string;
  label: Text;
}

/** Events one drawing may listen to together: those of one subject, and for orders the gates before their buttons. */
export function alsoEvents(subject: BlockDefinition['subject']): readonly AlsoEvent[] {
  return [
    ...events.filter((event) => event.subject === subject && event.value !== 'alert.unanswered'),
    ...(subject === 'order' ? gateEvents : []),
  ];
}

/** The param `also`: any event of the subject; only what this build raises is offered. */
export function alsoSchema(allowed: readonly AlsoEvent[]) {
  const isOffered = (value: string): boolean =>
    raisedEvents.includes(value) || (value.startsWith('gate.') && raisedEvents.includes('gate'));
  return z
    .array(z.enum(allowed.map(({ value }) => value)))
    .max(20)
    .optional()
    .meta(
      ui({
        label: { zh: '还在这些时候', en: 'Also when' },
        field: 'choices',
        options: allowed.slice(1).filter(({ value }) => isOffered(value)),
      }),
    );
}

/** 「收到订单、订单改动时」. */
export function whenWords(listened: readonly string[], { language }: SentenceContext): Segment[] {
  const asked = gateEvents.map(({ value, label }) => ({
    value,
    clause: { zh: label.zh, en: label.en.replace(/^B/, 'b') },
  }));
  const parts = [...events, ...asked]
    .filter(({ value }) => listened.includes(value))
    .map(({ clause }) => [valueWord(clause[language])]);
  return language === 'zh'
    ? [...joined(parts, joinWord('、')), words('时')]
    : [words('When '), ...joined(parts, joinWord(' or '))];
}
