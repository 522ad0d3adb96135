import type { z } from 'zod';
import { apiErrorOf, offlineError, unreadableError } from './api-error.ts';

export type Query = Record<string, string | number | boolean | undefined>;

export interface CallOptions<Answer extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api/v1`: `/orders`. Ids in it are encoded by `path`. */
  path: string;
  query?: Query;
  body?: unknown;
  /** Answers are read by the contract's schema; absent: the answer has no body. */
  answer?: Answer;
  /** Sent as `Idempotency-Key`: the same key never takes effect twice. */
  key?: string;
  signal?: AbortSignal;
}

let signedOut: () => void = () => {};

/** Sets what happens when an answer says that nobody is signed in. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/** Says that the sign-in of this page has ended, however that was learnt. */
export function tellSignedOut(): void {
  signedOut();
}

/** Writes an address with its parts encoded: ``path`/orders/${id}` ``. */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce((whole, part, index) => whole + encodeURIComponent(values[index - 1] ?? '') + part);
}

/**
 * Calls the public interface and reads the answer. Throws an `ApiError` in words for every refusal, unreadable answer or
 * lost connection; an aborted call throws the abort itself.
 */
export async function call<Answer extends z.ZodType>(
  options: CallOptions<Answer>,
): Promise<z.output<Answer>> {
  const response = await send(options);
  const body = await readBody(response);
  if (!response.ok) {
    if (response.status === 401 && !options.path.startsWith('/session')) signedOut();
    throw apiErrorOf(response.status, body, response.headers.get('Retry-After'));
  }
  if (options.answer === undefined) return undefined as z.output<Answer>;
  const read = options.answer.safeParse(body);
  if (!read.success) throw unreadableError(response.status);
  return read.data;
}

async function send({
  method = 'GET',
  path,
  query,
  body,
  key,
  signal,
}: CallOptions<z.ZodType>): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  try {
    return await fetch(`/api/v1${path}${search(query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw offlineError();
  }
}

function search(query: Query | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
