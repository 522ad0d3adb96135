import { z } from 'zod';
import { gateAnswerSchema, gateQuestionSchema } from '../../rules-library/contract/gates.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { defineRoute, type Route } from '../http/route.ts';

/** Asking before acting elsewhere. */
export function gateRoutes(door: Door): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/gates/:command',
      summary: {
        zh: '动手之前先问：这个按钮能不能按',
        en: 'Ask before acting whether a button may be pressed',
      },
      access: { kind: 'command', command: 'ask-gate' },
      params: z.object({ command: z.string().max(64) }),
      body: gateQuestionSchema,
      answers: { 200: gateAnswerSchema },
      async handle({ params: { command }, body: { target, ...asked }, actor, idempotencyKey }) {
        const key = idempotencyKey === undefined ? {} : { key: idempotencyKey };
        const call = { name: 'ask-gate', target, input: { command, ...asked }, ...key };
        return { body: answerOf(await door.execute(call, actor)).result };
      },
    }),
  ];
}
