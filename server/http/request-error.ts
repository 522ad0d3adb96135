import { errorStatus, type ErrorBody, type ErrorCode } from '../../rules-library/contract/error.ts';
import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { withoutNames } from './projection.ts';
import { readableTexts } from './told-text.ts';

interface RequestErrorOptions {
  path?: string;
  details?: Record<string, unknown>;
  /** Seconds; sent as `Retry-After`. */
  retryAfter?: number;
}

/** An expected "no" on the way in: said in the user's words, answered with the status of its code, never a stack. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly text: Text;
  readonly path: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, text: Text, options: RequestErrorOptions = {}) {
    super(text.en);
    this.name = 'RequestError';
    this.code = code;
    this.text = text;
    this.path = options.path;
    this.details = options.details;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return errorStatus[this.code];
  }

  /** The same "no" as somebody may read it who may not read these groups of fields. */
  readableWithout(hidden: ReadonlySet<FieldGroup>): RequestError {
    if (hidden.size === 0) return this;
    const { path, details, retryAfter } = this;
    return new RequestError(this.code, readableTexts(this.text, hidden) as Text, {
      ...(path === undefined ? {} : { path }),
      ...(details === undefined ? {} : { details: withoutNames(details, hidden) as Record<string, unknown> }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  }

  /** The documented error shape. */
  body(): ErrorBody {
    return {
      error: {
        code: this.code,
        message: this.text,
        ...(this.path === undefined ? {} : { path: this.path }),
        ...(this.details === undefined ? {} : { details: this.details }),
      },
    };
  }
}

/** 404 with what was looked for, such as "rule flow" and its id. */
export function notFound(what: Text, id: string): RequestError {
  return new RequestError('not-found', {
    zh: `没有找到${what.zh}「${id}」，请检查编号。`,
    en: `There is no ${what.en} "${id}". Check the id.`,
  });
}

/** 400 at a place of the body. */
export function badInput(text: Text, path?: string, details?: Record<string, unknown>): RequestError {
  return new RequestError('bad-input', text, {
    ...(path === undefined ? {} : { path }),
    ...(details === undefined ? {} : { details }),
  });
}
