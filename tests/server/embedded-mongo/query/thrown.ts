import { StoreError } from '../../../../server/embedded-mongo/errors.ts';

/** The refusal a call ends in; anything else, or none, fails the test. */
export function thrown(run: () => unknown): StoreError {
  try {
    run();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
