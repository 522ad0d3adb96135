import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/**
 * One line per request: method, path without its query, status, time. Never bodies, cookies, keys, addresses or query
 * strings, since these may hold personal data. What went well is logged at debug level only: writes are in the audit.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => {
      if (response.statusCode === 503) return 'warn';
      if (error !== undefined || response.statusCode >= 500) return 'error';
      return response.statusCode >= 400 ? 'info' : 'debug';
    },
    // What failed is logged where it is answered, with its kind and place.
    customErrorObject: (_request, _response, _error, line: Record<string, unknown>) => {
      const { err: _err, ...rest } = line;
      return rest;
    },
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
