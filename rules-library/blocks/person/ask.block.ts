import { z } from 'zod';
import { defineBlock, type Port } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { idSchema } from '../../schema/ids.ts';
import { textSchema } from '../../schema/text.ts';
import { drawnTextSegments } from '../../sentences/fill-text.ts';
import { joined, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { whoSchema, whoText } from './who.ts';

const choiceSchema = z.strictObject({ id: idSchema, label: textSchema });

const params = z
  .strictObject({
    who: whoSchema.meta(ui({ label: { zh: '问谁', en: 'Whom' }, field: 'who' })),
    question: z
      .union([textSchema, z.string().trim().min(1).max(1000)])
      .meta(ui({ label: { zh: '问什么', en: 'Question' }, field: 'text-with-facts' })),
    choices: z
      .array(choiceSchema)
      .min(2)
      .max(12)
      .meta(ui({ label: { zh: '可以选', en: 'Choices' }, field: 'answer-choices' })),
    /** Minutes until nobody is asked any more; without it the question stays. */
    within: z
      .int()
      .min(1)
      .max(525_600)
      .optional()
      .meta(ui({ label: { zh: '最多等多久', en: 'At most' }, field: 'duration', advanced: true })),
  })
  .superRefine(({ choices, within }, context) => {
    const late = within === undefined ? -1 : choices.findIndex(({ id }) => id === 'timedOut');
    if (late >= 0) {
      const text = {
        zh: '「timedOut」是超时的出口，请换一个',
        en: 'is the exit of the time limit; choose another id',
      };
      context.addIssue({ code: 'custom', path: ['choices', late, 'id'], message: 'taken', params: text });
    }
    choices.forEach(({ id }, index) => {
      if (choices.findIndex((other) => other.id === id) === index) return;
      const text = { zh: `选项「${id}」重复`, en: `choice "${id}" stands twice` };
      context.addIssue({ code: 'custom', path: ['choices', index, 'id'], message: 'twice', params: text });
    });
  });

const timedOut: Port = { id: 'timedOut', label: { zh: '超时', en: 'timed out' }, unconnected: 'error' };
const portsOf = (choices: z.output<typeof choiceSchema>[], within: number | undefined): Port[] => [
  ...choices.map(({ id, label }): Port => ({ id, label, unconnected: 'nothing' })),
  ...(within === undefined ? [] : [timedOut]),
];

const example = {
  who: { role: 'service' },
  question: { zh: '客户等得起吗', en: 'Can the customer wait' },
  choices: [
    { id: 'wait', label: { zh: '可以等', en: 'yes' } },
    { id: 'cancel', label: { zh: '要取消', en: 'no' } },
  ],
};

export const askBlock = defineBlock({
  kind: 'ask',
  version: 1,
  category: 'person',
  label: { zh: '请人选择', en: 'Ask a person' },
  help: {
    zh: '请一个人在几个选项里选一个，选哪个就走哪个出口；给了时限，没人选就走「超时」。',
    en: 'Asks somebody to choose; each choice is an exit. With a time limit, nobody choosing is one too.',
  },
  needs: ['ask-person'],
  ports: ({ choices, within }) => portsOf(choices, within),
  params,
  initial: {
    who: { role: 'service' },
    question: { zh: '', en: '' },
    choices: [
      { id: 'choice-1', label: { zh: '选项 1', en: 'Choice 1' } },
      { id: 'choice-2', label: { zh: '选项 2', en: 'Choice 2' } },
    ],
  },
  compile: ({ who, question, choices, within }) => ({
    role: 'action',
    event: {
      type: 'ask-person',
      params: { who, question, choices, ...(within === undefined ? {} : { within }) },
    },
    stages: portsOf(choices, within).map(({ id }) => id),
  }),
  fromEvent: ({ params: given = {} }) => ({ ...given }),
  sentence: ({ who, question, choices }, context) => {
    const listed = joined(
      choices.map(({ label }) => [valueWord(label[context.language])]),
      words(context.language === 'zh' ? '、' : ', '),
    );
    const asked = drawnTextSegments(question, context);
    return context.language === 'zh'
      ? [
          operatorWord('问'),
          words(' '),
          valueWord(whoText(who, context)),
          words('「'),
          ...asked,
          words('」：'),
          ...listed,
        ]
      : [
          operatorWord('Ask'),
          words(' '),
          valueWord(whoText(who, context)),
          words(' "'),
          ...asked,
          words('": '),
          ...listed,
        ];
  },
  examples: [
    {
      name: { zh: '问客服', en: 'Ask service' },
      params: example,
      emits: { type: 'ask-person', params: example },
    },
    {
      name: { zh: '有时限', en: 'With a time limit' },
      params: { ...example, within: 60 },
      emits: { type: 'ask-person', params: { ...example, within: 60 } },
    },
    {
      name: { zh: '只有一个选项', en: 'One choice' },
      params: { ...example, choices: example.choices.slice(1) },
      problem: 'params',
    },
  ],
});
