import type { Executed } from '../door/door.ts';
import { RequestError } from './request-error.ts';

type Done = Extract<Executed, { ok: true }>;

/** What a command did; throws its refusal as the documented error. */
export function answerOf(executed: Executed): Done['outcome'] & Pick<Done, 'press' | 'repeated'> {
  if (executed.ok) {
    return { ...executed.outcome, press: executed.press, repeated: executed.repeated };
  }
  const { code, message, path, details } = executed.refusal;
  throw new RequestError(code, message, {
    ...(path === undefined ? {} : { path }),
    ...(details === undefined ? {} : { details }),
  });
}
