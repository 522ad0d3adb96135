import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { describeError } from './describe-error.ts';

/**
 * One line per request: method, path without its query, status, time. Never bodies, cookies, keys, addresses or query
 * strings, since these may hold personal data. Reads that went well are logged at debug level only.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    customLogLevel: (request, response, error) => {
      if (error !== undefined || response.statusCode >= 500) return 'error';
      return request.method === 'GET' || request.method === 'HEAD' ? 'debug' : 'info';
    },
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: { raw?: unknown }) => describeError(error.raw ?? error),
    },
  });
}
