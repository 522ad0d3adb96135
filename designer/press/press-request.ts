import type { Text } from '../../rules-library/schema/text.ts';
import { vocabulary } from '../../rules-library/index.ts';

/** A button as it stands on a screen, before it is pressed. */
export interface PressRequest {
  name: string;
  label: Text;
  target?: string | undefined;
  /** What is already known; the form asks for the rest. */
  input?: Record<string, unknown> | undefined;
  /** What the form begins with, to be changed: the lines of an order, say. */
  initial?: Record<string, unknown> | undefined;
  /** Said by the server for the buttons of `GET /commands`; else the command's own. */
  needsReason?: boolean | undefined;
  /** What it will act on, in words, as the form's second line. */
  about?: string | undefined;
}

export function needsReason(request: PressRequest): boolean {
  return request.needsReason ?? vocabulary.commands.get(request.name)?.needsReason ?? false;
}
