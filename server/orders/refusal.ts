import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Refusal } from '../door/handler.ts';
import type { StoredOrder } from './order.ts';

/** One thing that stands in the way. */
export interface Reason {
  code: string;
  text: Text;
}

/** A button that takes it out of the way. */
export interface Cure {
  name: string;
  input?: Record<string, unknown>;
}

/**
 * A "not now" in the user's words: what stands in the way, and the buttons on this order that help. Buttons this build does not
 * have are left out.
 */
export function notNow(
  order: Pick<StoredOrder, '_id'>,
  message: Text,
  reasons: readonly Reason[],
  cures: readonly Cure[] = [],
): Refusal {
  const offered = cures.filter(({ name }) => vocabulary.commands.has(name));
  return {
    refused: {
      code: 'refused',
      message,
      details: {
        reasons,
        cures: offered.map(({ name, input }) => ({
          name,
          target: `order:${order._id}`,
          ...(input === undefined ? {} : { input }),
        })),
      },
    },
  };
}

/** A field that cannot be so, with its place in the body. */
export function badInput(field: string, message: Text): Refusal {
  return { refused: { code: 'bad-input', path: `input.${field}`, message } };
}
