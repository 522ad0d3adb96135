import { z } from 'zod';
import {
  buttonSchema,
  pressAnswerSchema,
  pressPendingSchema,
} from '../../rules-library/contract/commands.ts';
import { ApiError } from './api-error.ts';
import { call, path } from './client.ts';

/** One press of a button, as a person means it. */
export interface PressInput {
  name: string;
  target?: string | undefined;
  input?: Record<string, unknown> | undefined;
  reason?: string | undefined;
  voucher?: string | undefined;
}

const answerSchema = z.union([pressAnswerSchema, pressPendingSchema]);
export type Pressed = z.output<typeof answerSchema>;

const waitsMs = [400, 1200, 3000];

/**
 * Presses a button. While the connection is lost or the same press is still being worked on, asks again with the same key:
 * it takes effect once. Throws an `ApiError` in words otherwise.
 */
export async function press({ name, ...body }: PressInput, key: string): Promise<Pressed> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call({
        method: 'POST',
        path: path`/commands/${name}`,
        body: { ...body, input: body.input ?? {} },
        key,
        answer: answerSchema,
      });
    } catch (error) {
      const wait = waitsMs[attempt];
      if (wait === undefined || !mayRepeat(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function mayRepeat(error: unknown): boolean {
  return (
    error instanceof ApiError && (error.status === 0 || error.status === 503 || error.code === 'in-flight')
  );
}

const buttonsSchema = z.object({ items: z.array(buttonSchema) });

/** The buttons I may press on something now: `order:ID`. */
export async function readButtons(target: string, signal?: AbortSignal) {
  const { items } = await call({
    path: '/commands',
    query: { target },
    answer: buttonsSchema,
    ...(signal && { signal }),
  });
  return items;
}
