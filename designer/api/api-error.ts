import { errorBodySchema } from '../../rules-library/contract/error.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A way round that a refusal names: a button to press instead. */
export interface Cure {
  name: string;
  target?: string;
  input?: Record<string, unknown>;
  label?: Text;
}

interface ApiErrorSource {
  status: number;
  code: string;
  text: Text;
  path?: string | undefined;
  details?: Record<string, unknown> | undefined;
  retryAfterSeconds?: number | undefined;
}

/** A "no" of the server, or no answer at all (status 0), in words of both languages. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  /** A code of the contract, or `offline`, `unreadable`. */
  readonly code: string;
  readonly text: Text;
  /** The place in the body that was wrong. */
  readonly path: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(source: ApiErrorSource) {
    super(source.text.en);
    this.status = source.status;
    this.code = source.code;
    this.text = source.text;
    this.path = source.path;
    this.details = source.details;
    this.retryAfterSeconds = source.retryAfterSeconds;
  }

  /** Trying the same again may help: no connection, busy, still being worked on. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 'in-flight';
  }
}

export function offlineError(): ApiError {
  return new ApiError({
    status: 0,
    code: 'offline',
    text: {
      zh: '连不上系统。请检查网络，连上后再试。',
      en: 'The system cannot be reached. Check the network and try again.',
    },
  });
}

/** The answer is not what this page understands: an older page after an update, or something between us and the server. */
export function unreadableError(status: number): ApiError {
  return new ApiError({
    status,
    code: 'unreadable',
    text:
      status >= 500
        ? {
            zh: '系统暂时没有回应，请过几秒再试。',
            en: 'The system is not answering. Try again in a few seconds.',
          }
        : {
            zh: '页面和系统的版本对不上，请刷新页面。',
            en: 'This page and the system do not fit together. Reload the page.',
          },
  });
}

/** Reads the documented error shape of an answer. */
export function apiErrorOf(status: number, body: unknown, retryAfter: string | null): ApiError {
  const read = errorBodySchema.safeParse(body);
  if (!read.success) return unreadableError(status);
  const { code, message, path, details } = read.data.error;
  const seconds = Number(retryAfter);
  return new ApiError({
    status,
    code,
    text: message,
    path,
    details,
    retryAfterSeconds: retryAfter !== null && Number.isFinite(seconds) ? seconds : undefined,
  });
}

/** What went wrong, in words, whatever was thrown. */
export function errorText(error: unknown): Text {
  if (error instanceof ApiError) return error.text;
  return {
    zh: '这一步没有完成，请再试一次。若仍不行，请刷新页面。',
    en: 'This step did not finish. Try again; if it stays, reload the page.',
  };
}
