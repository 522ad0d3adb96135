import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/**
 * The built designer: hashed assets for a year, the page itself always asked anew, and the page for every address of its
 * own (`/orders/…`). Addresses that look like files and are none answer 404. Null when it has not been built.
 */
export function designerFiles(folder: string): Router | null {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
    }),
  );
  router.use(express.static(folder, { index: false, redirect: false, maxAge: 0 }));
  router.get('/{*path}', (request, response, next) => {
    const looksLikeFile = /\.[A-Za-z0-9]{1,8}$/.test(request.path);
    if (looksLikeFile || request.accepts('html') === false) return next();
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}
