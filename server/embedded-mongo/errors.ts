/** Extra fields MongoDB puts beside `code` and `errmsg`. */
export interface StoreErrorExtras {
  /** Labels a driver acts on, e.g. `TransientTransactionError`. */
  labels?: string[];
  /** Duplicate key (11000): the key of the index that refused. */
  keyPattern?: Record<string, unknown>;
  /** Duplicate key (11000): the values that are there already. */
  keyValue?: Record<string, unknown>;
}

/**
 * A refusal in MongoDB's own terms: the numeric `code`, its `codeName` and a text. Every layer of the embedded store throws
 * this and nothing else for a foreseen failure; the command layer turns it into the reply or into a write error.
 */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly labels?: string[];
  readonly keyPattern?: Record<string, unknown>;
  readonly keyValue?: Record<string, unknown>;

  constructor(code: number, codeName: string, text: string, extras: StoreErrorExtras = {}) {
    super(text);
    this.name = 'StoreError';
    this.code = code;
    this.codeName = codeName;
    this.labels = extras.labels;
    this.keyPattern = extras.keyPattern;
    this.keyValue = extras.keyValue;
  }
}

/** The way out that ends the text of every refusal of something a MongoDB server would do. */
export const WAY_OUT = 'set MONGODB_URI to use a MongoDB server';

/**
 * A refusal of something outside the store's scope, with the way out in its text.
 *
 * @param what the thing refused as the caller wrote it, e.g. `$lookup` or `collation`
 */
export function notAvailable(code: number, codeName: string, what: string): StoreError {
  return new StoreError(code, codeName, `${what} is not available in the embedded store; ${WAY_OUT}`);
}
