import { z } from 'zod';
import {
  buttonSchema,
  pressAnswerSchema,
  pressPendingSchema,
  pressSchema,
  type Button,
} from '../../rules-library/contract/commands.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Door } from '../door/door.ts';
import type { CommandHandler } from '../door/handler.ts';
import { grantsOf, type Permissions } from '../door/permission.ts';
import { answerOf } from '../http/executed.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { probe, type Probed } from './probe.ts';

export interface CommandRoutesOptions {
  door: Door;
  store: Store;
  handlers: readonly CommandHandler[];
  permissions: Permissions;
}

/** The buttons of a thing, and pressing one. Who may press what is the door's to say. */
export function commandRoutes({ door, store, handlers, permissions }: CommandRoutesOptions): Route[] {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  return [
    defineRoute({
      method: 'get',
      path: '/commands',
      summary: { zh: '我现在能对它按的按钮', en: 'The buttons I may press on it now' },
      access: { kind: 'signed-in' },
      query: z.object({
        target: z
          .string()
          .max(300)
          .regex(/^[a-z]+:.+$/s),
      }),
      answers: { 200: z.object({ items: z.array(buttonSchema) }) },
      async handle({ query, actor }) {
        const colon = query.target.indexOf(':');
        const target = { kind: query.target.slice(0, colon), id: query.target.slice(colon + 1) };
        const buttons = [...vocabulary.commands.values()].flatMap((command) => {
          const handler = byName.get(command.name);
          const kinds: readonly string[] = command.target;
          const fits = kinds.includes(target.kind) || kinds.includes('any');
          if (handler === undefined || !command.button || !fits) return [];
          const grants = grantsOf(permissions, command, actor);
          return grants.length > 0 ? [{ command, handler, grants }] : [];
        });
        return { body: { items: (await probe(store, buttons, target, actor)).map(buttonOf) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/commands/:name',
      summary: { zh: '按一个按钮', en: 'Press a button' },
      access: { kind: 'signed-in' },
      params: z.object({ name: z.string().max(64) }),
      body: pressSchema,
      answers: { 200: pressAnswerSchema, 202: pressPendingSchema },
      async handle({ params, body, actor, idempotencyKey }) {
        if (idempotencyKey === undefined) {
          throw new RequestError(
            'key-missing',
            {
              zh: '请在 Idempotency-Key 里给这次操作一个唯一的编号，重发时用同一个。',
              en: 'Give this press a unique Idempotency-Key; use the same one when you send it again.',
            },
            { path: 'Idempotency-Key' },
          );
        }
        const done = answerOf(await door.execute({ name: params.name, ...body, key: idempotencyKey }, actor));
        const { pending, text, press } = done;
        if (pending !== undefined) return { status: 202, body: { pending, text, press } };
        return {
          body: {
            result: done.result,
            text,
            press,
            alerts: done.alerts ?? [],
            ...(done.decision === undefined ? {} : { decision: done.decision }),
            ...(done.undo === undefined ? {} : { undo: done.undo }),
          },
        };
      },
    }),
  ];
}

const inputSchemas = new Map<string, Record<string, unknown>>();

function buttonOf({ command, fields, why }: Probed): Button {
  let input = inputSchemas.get(command.name);
  if (input === undefined) {
    input = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
    inputSchemas.set(command.name, input);
  }
  return {
    name: command.name,
    label: command.label,
    help: command.help,
    input: fields === null ? input : onlyFields(input, fields),
    needsReason: command.needsReason,
    enabled: why === null,
    ...(why === null ? {} : { why }),
  };
}

/** A form without the fields the person may not fill in. */
function onlyFields(input: Record<string, unknown>, fields: ReadonlySet<string>): Record<string, unknown> {
  const { properties, required, ...rest } = input as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => fields.has(name))),
    ...(required === undefined ? {} : { required: required.filter((name) => fields.has(name)) }),
  };
}
