import { vocabulary } from '../../rules-library/index.ts';
import { ApiError } from '../api/api-error.ts';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import type { Pressed, PressInput } from '../api/press.ts';
import { inputFields } from './input-fields.ts';
import { needsReason, type PressRequest } from './press-request.ts';

/** How a press is asked about, sent and told on this screen. */
export interface PressTools {
  send(input: PressInput, key: string): Promise<Pressed>;
  /** Opens the form; resolves with what was pressed there, or null when the person left. */
  ask(request: PressRequest, key: string): Promise<Pressed | null>;
  /** Says what it did, with undo where there is one. */
  tell(pressed: Pressed, undo: Undo | undefined): void;
  /** Shows what stands in the way and the ways round. */
  refuse(request: PressRequest, error: ApiError): void;
  fail(error: unknown): void;
}

/** Taking a press back, for as long as that is possible. */
export interface Undo {
  press: () => void;
  /** Epoch ms. */
  until: number;
}

/** One press from tap to word: through the form when something is missing, under one key however often it is sent. */
export async function carryOut(request: PressRequest, tools: PressTools): Promise<Pressed | null> {
  const key = newIdempotencyKey();
  try {
    const pressed = mustAsk(request)
      ? await tools.ask(request, key)
      : await tools.send({ name: request.name, target: request.target, input: request.input }, key);
    if (pressed !== null) tools.tell(pressed, undoOf(pressed, tools));
    return pressed;
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) tools.refuse(request, error);
    else tools.fail(error);
    return null;
  }
}

function mustAsk(request: PressRequest): boolean {
  // What is optional is asked for as well, unless the button came with its input.
  const fields = inputFields(request.name, request.input);
  const asIs = request.input !== undefined || vocabulary.commands.get(request.name)?.atOnce === true;
  return needsReason(request) || fields.some(({ required }) => required || !asIs);
}

/** Undoing is a press of its own, on the press. */
function undoOf(pressed: Pressed, tools: PressTools): Undo | undefined {
  if (!('undo' in pressed) || pressed.undo === undefined) return undefined;
  const { name, until } = pressed.undo;
  const target = `press:${pressed.press}`;
  return {
    press: () => void carryOut({ name, label: { zh: '撤销', en: 'Undo' }, target, input: {} }, tools),
    until: Date.parse(until),
  };
}
