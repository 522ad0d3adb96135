import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { parseJson } from './parse-json.ts';
import { badInput, RequestError } from './request-error.ts';
import type { Route } from './route.ts';

const megabyte = 1_048_576;
const deepest = 64;
const mostValues = 50_000;

/** What came: JSON, or the text of another type that the route accepts. */
export type ReadBody = { json: unknown } | { text: string };

/**
 * The body of a request by the rules of its route: content type allowed, size within the limit, JSON parsed and guarded;
 * other accepted types as text. Routes without a body schema read none. Throws `RequestError` (400, 413, 415).
 */
export async function readBody(request: Request, route: Route): Promise<ReadBody> {
  if (route.body === undefined) return { json: undefined };
  const type = contentType(request);
  const raw = route.alsoAccepts ?? [];
  if (type === null) {
    if (hasBody(request)) throw wrongType(route);
    return { json: {} };
  }
  if (type !== 'application/json' && !raw.includes(type)) throw wrongType(route);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new RequestError('wrong-content-type', {
      zh: '请不要压缩请求内容后再发送。',
      en: 'Send the body without compression.',
    });
  }
  const bytes = await readBytes(request, route.limit ?? megabyte);
  if (type !== 'application/json') return { text: decodeTable(bytes) };
  if (bytes.length === 0) return { json: {} };
  const limits = { depth: deepest, values: route.maxValues ?? mostValues };
  return { json: parseJson(decodeUtf8(bytes), limits) };
}

function contentType(request: IncomingMessage): string | null {
  const header = request.headers['content-type'];
  return header === undefined ? null : header.split(';', 1)[0]!.trim().toLowerCase();
}

function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

function wrongType(route: Route): RequestError {
  const types = ['application/json', ...(route.alsoAccepts ?? [])].join(', ');
  return new RequestError('wrong-content-type', {
    zh: `这里只接受 ${types}，请在 Content-Type 中写明。`,
    en: `Only ${types} is accepted here. Say so in Content-Type.`,
  });
}

/** Reads at most `limit` bytes. What comes after a refusal is drained by the server when the connection closes. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const stop = (error: Error) => {
      request.off('data', onData);
      request.pause();
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) stop(tooLarge(limit));
      else chunks.push(chunk);
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('aborted', () => stop(broken()));
  });
}

function tooLarge(limit: number): RequestError {
  const size = limit >= megabyte ? `${Math.round(limit / megabyte)} MB` : `${Math.round(limit / 1024)} kB`;
  return new RequestError(
    'too-large',
    {
      zh: `内容超过 ${size} 的上限，请分几次发送。`,
      en: `The body is larger than ${size}. Send it in several parts.`,
    },
    { details: { limitBytes: limit } },
  );
}

function broken(): RequestError {
  return badInput({ zh: '请求没有发完就断开了。', en: 'The request ended before its body was complete.' });
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw badInput({
      zh: '内容不是 UTF-8 编码，请转换后再发送。',
      en: 'The body is not UTF-8. Convert it and send it again.',
    });
  }
}

/** Tables saved by a Chinese Excel are GB 18030 as often as UTF-8. */
function decodeTable(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
