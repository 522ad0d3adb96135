import { z } from 'zod';
import { gateEvents } from '../../choices/gated-commands.ts';
import { defineBlock, type Port } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema } from '../../schema/condition.ts';
import { idSchema } from '../../schema/ids.ts';
import { joined, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { whoSchema, whoText } from './who.ts';

const stepSchema = z
  .strictObject({
    id: idSchema,
    who: whoSchema,
    /** Minutes until it is late. */
    within: z.int().min(1).max(525_600),
    onTimeout: z.enum(['escalate', 'exit']).default('exit'),
    escalateTo: whoSchema.optional(),
    /** Left out when this surely holds as the approval begins. */
    skipIf: conditionSchema.optional(),
  })
  .refine(({ onTimeout, escalateTo }) => onTimeout !== 'escalate' || escalateTo !== undefined, {
    path: ['escalateTo'],
    params: { zh: '超时要升级给谁，请选一个', en: 'says to whom it goes when it is late' },
  });

/**
 * The approval behind a transfer's request decides the transfer itself, the one behind a gate presses or refuses the button: nothing
 * more need be drawn.
 */
const openUnder = ['transfer.requested', ...gateEvents.map(({ value }) => value)];
const ports: Port[] = [
  { id: 'approved', label: { zh: '批准', en: 'approved' }, unconnected: 'error', openUnder },
  { id: 'rejected', label: { zh: '驳回', en: 'rejected' }, unconnected: 'error', openUnder },
  { id: 'timedOut', label: { zh: '超时', en: 'timed out' }, unconnected: 'error', openUnder },
];

const step = { id: 'step-1', who: { role: 'approver' }, within: 240 };
const small = { id: 'c1', fact: 'order.total', operator: 'lessThan', value: 100_000 };

export const approvalBlock = defineBlock({
  kind: 'approval',
  version: 1,
  category: 'person',
  label: { zh: '审批', en: 'Approval' },
  help: {
    zh: '一步一步请人批准。有人驳回就到此为止；超过时限就升级给别人，或从「超时」出去。画在关口后面时，批准了按钮才生效。',
    en: 'Asks people to approve, one step after another. A rejection ends it; one that is late goes to somebody else or leaves by "timed out". Behind a gate, the button takes effect once it is approved.',
  },
  needs: ['open-approval'],
  ports: () => ports,
  params: z
    .strictObject({
      steps: z
        .array(stepSchema)
        .min(1)
        .max(20)
        .meta(ui({ label: { zh: '谁来批', en: 'Who approves' }, field: 'approval-steps' })),
    })
    .superRefine(({ steps }, context) => {
      steps.forEach(({ id }, index) => {
        if (steps.findIndex((other) => other.id === id) === index) return;
        const text = { zh: `步骤「${id}」重复`, en: `step "${id}" stands twice` };
        context.addIssue({ code: 'custom', path: ['steps', index, 'id'], message: 'twice', params: text });
      });
    }),
  initial: { steps: [step] },
  compile: ({ steps }, { result }) => ({
    role: 'action',
    event: {
      type: 'open-approval',
      params: {
        steps: steps.map(({ skipIf, ...one }) =>
          skipIf === undefined ? one : { ...one, skipIf: { fact: `${result}.${one.id}` } },
        ),
      },
    },
    derived: steps.flatMap(({ id, skipIf }) =>
      skipIf === undefined
        ? []
        : [{ id: `${result}.${id}`, calculate: 'condition', with: { conditions: skipIf }, reads: [] }],
    ),
    stages: ports.map(({ id }) => id),
  }),
  fromEvent: ({ params: given }) => {
    const steps = given?.steps;
    // What leaves a step out was a condition; of that only the result is left.
    const isPlain = Array.isArray(steps) && steps.every((one) => !Object.hasOwn(Object(one), 'skipIf'));
    return isPlain ? { steps } : undefined;
  },
  sentence: ({ steps }, context) => {
    const people = steps.map(({ who }) => [valueWord(whoText(who, context))]);
    return context.language === 'zh'
      ? [operatorWord('请'), words(' '), ...joined(people, words('、')), words(' 审批')]
      : [operatorWord('Ask for approval'), words(' by '), ...joined(people, words(', then '))];
  },
  examples: [
    {
      name: { zh: '一个人批', en: 'One approves' },
      params: { steps: [step] },
      emits: { type: 'open-approval', params: { steps: [{ ...step, onTimeout: 'exit' }] } },
    },
    {
      name: { zh: '小单跳过第二步', en: 'Small orders skip the second step' },
      params: { steps: [step, { ...step, id: 'step-2', skipIf: small }] },
      facts: { 'order.total': 5 },
      emits: {
        type: 'open-approval',
        params: {
          steps: [
            { ...step, onTimeout: 'exit' },
            { ...step, id: 'step-2', onTimeout: 'exit', skipIf: { fact: 'example.it.step-2' } },
          ],
        },
      },
      gives: { 'step-2': true },
    },
    {
      name: { zh: '升级给谁没说', en: 'Nobody to escalate to' },
      params: { steps: [{ ...step, onTimeout: 'escalate' }] },
      problem: 'params',
    },
  ],
});
