import { Router, type Request, type Response } from 'express';
import swaggerUi from 'swagger-ui-express';
import type { OpenApiDocument } from './document.ts';

export interface OperationsOptions {
  openApi: OpenApiDocument;
  /** Null when everything is up, else what is not. */
  notReady(): string | null;
  metrics(): Promise<{ contentType: string; text: string }>;
}

/** Calls outside `/api/v1`: is it up, can it work, its figures, and its description. */
export function operationsRouter(options: OperationsOptions): Router {
  const router = Router();
  router.get('/healthz', (_request: Request, response: Response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'up' });
  });
  router.get('/readyz', (_request: Request, response: Response) => {
    const missing = options.notReady();
    response.set('Cache-Control', 'no-store');
    if (missing === null) response.json({ status: 'ready' });
    else response.status(503).set('Retry-After', '1').json({ status: 'not ready', missing });
  });
  router.get('/metrics', async (_request: Request, response: Response) => {
    const { contentType, text } = await options.metrics();
    response.set({ 'Content-Type': contentType, 'Cache-Control': 'no-store' }).send(text);
  });
  router.get('/api/openapi.json', (_request: Request, response: Response) => {
    response.json(options.openApi);
  });
  // The page names its files relative to itself, so it has to end with a slash.
  router.get('/api/docs', (request, response, next) => {
    if (request.originalUrl.split('?', 1)[0] === '/api/docs') response.redirect('/api/docs/');
    else next();
  });
  router.use(
    '/api/docs',
    swaggerUi.serveFiles(undefined, pageOptions),
    swaggerUi.setup(undefined, pageOptions),
  );
  return router;
}

const pageOptions = {
  customSiteTitle: '单闸 Sluice · API',
  swaggerUrl: '/api/openapi.json',
};
