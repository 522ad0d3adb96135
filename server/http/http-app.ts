import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Logger } from 'pino';
import { describeError } from './describe-error.ts';
import { designerFiles } from './designer-files.ts';
import { errorReply } from './error-reply.ts';
import { mountRoutes, type MountOptions } from './mount-routes.ts';
import { requestLog } from './request-log.ts';
import { RequestError } from './request-error.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppOptions extends MountOptions {
  routes: readonly Route[];
  log: Logger;
  /** `/healthz`, `/readyz`, `/metrics`, `/api/openapi.json`, `/api/docs`. */
  operations: Router;
  /** Whether the store has been silent for so long that asking it would only keep callers waiting. */
  storeAway: () => boolean;
  /** Folder of the built designer, or null when this process serves none. */
  designer: string | null;
}

/** The whole HTTP side of one process. */
export function httpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(requestLog(options.log));
  app.use(securityHeaders());
  app.use(options.operations);
  app.use('/api/v1', (_request, _response, next) => {
    if (options.storeAway()) throw storeIsAway();
    next();
  });
  app.use('/api/v1', mountRoutes(options.routes, options));
  app.use('/api', () => {
    throw new RequestError('not-found', {
      zh: '没有这个接口，请对照接口说明检查地址和方法。',
      en: 'There is no such call. Compare address and method with the documentation at /api/docs.',
    });
  });
  const files = options.designer === null ? null : designerFiles(options.designer);
  if (files !== null) app.use(files);
  app.use(() => {
    throw new RequestError('not-found', { zh: '没有这个页面。', en: 'There is no such page.' });
  });
  app.use(errorHandler(options.log));
  return app;
}

function storeIsAway(): RequestError {
  return new RequestError(
    'busy',
    {
      zh: '数据暂时连不上，请过几秒再试。重试不会重复生效。',
      en: 'The store cannot be reached. Try again in a few seconds; a repeat does not take effect twice.',
    },
    { retryAfter: 2 },
  );
}

function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const reply = errorReply(error);
    if (reply.unexpected) {
      log.error(
        { error: describeError(error), method: request.method, path: request.path },
        'request failed',
      );
    }
    response.status(reply.status).set('Cache-Control', 'no-store');
    if (reply.retryAfter !== undefined) response.set('Retry-After', String(reply.retryAfter));
    if (reply.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.json(reply.body);
  };
}
