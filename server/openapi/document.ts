import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { z } from 'zod';
import { errorBodySchema } from '../../rules-library/contract/error.ts';
import type { Route } from '../http/route.ts';

type Registered = Parameters<OpenAPIRegistry['registerPath']>[0];
export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The interface in OpenAPI 3.1, made from the schemas the routes themselves are checked with. */
export function openApiDocument(routes: readonly Route[], version: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sluice_session',
    description: '人登录后的会话 · the session of a person who signed in',
  });
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: '系统密钥，由数据协作者创建 · a key for a system, made by the data steward',
  });
  for (const route of routes) registry.registerPath(describe(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '单闸 Sluice',
      version,
      description:
        'Amounts are integer fen, quantities integers, times ISO 8601 with offset. Errors: `{ error: { code, message: { zh, en }, path?, details? } }`. Lists answer `{ items, next }`.',
    },
    servers: [{ url: '/api/v1' }],
  });
}

function describe(route: Route): Registered {
  const content: Record<string, { schema: z.ZodType | { type: 'string' } }> = {};
  if (route.body !== undefined) content['application/json'] = { schema: route.body };
  for (const type of route.alsoAccepts ?? []) content[type] = { schema: { type: 'string' } };
  return {
    method: route.method,
    path: route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}'),
    operationId: `${route.method}${route.path.replaceAll(/[/:]+([A-Za-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: `${route.summary.zh} · ${route.summary.en}`,
    description: accessText(route),
    tags: [route.path.split('/')[1] ?? 'other'],
    security: route.access.kind === 'public' ? [] : [{ session: [] }, { key: [] }],
    request: {
      ...parameters(route),
      ...(route.body === undefined ? {} : { body: { required: true, content } }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, schema]) => [
          status,
          schema === null
            ? { description: '完成 · done' }
            : { description: '完成 · done', content: { 'application/json': { schema } } },
        ]),
      ),
      default: {
        description: '出错 · an error',
        content: { 'application/json': { schema: errorBodySchema } },
      },
    },
  };
}

function parameters(route: Route): object {
  return {
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { query: route.query }),
  };
}

function accessText({ access }: Route): string {
  switch (access.kind) {
    case 'public':
      return '无需登录 · no sign-in';
    case 'signed-in':
      return '登录即可 · anyone signed in';
    case 'read':
      if (access.buttons !== undefined) {
        const names = access.buttons.map((name) => `\`${name}\``);
        return `读取权限 \`${access.read}\`，有按钮 ${names.join('、')} 之一的人 · read \`${access.read}\`, people with one of the buttons ${names.join(', ')}`;
      }
      return access.roles === undefined
        ? `读取权限 \`${access.read}\` · read \`${access.read}\``
        : `读取权限 \`${access.read}\`，角色 ${access.roles.join('、')} · read \`${access.read}\`, roles ${access.roles.join(', ')}`;
    case 'command':
      return `操作 \`${access.command}\` · command \`${access.command}\``;
  }
}
