import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { hiddenFrom, type Permissions } from '../door/permission.ts';
import { anonymous, rememberCaller, type Caller, type Callers } from './caller.ts';
import { authorise, identify } from './identify.ts';
import { readBody } from './read-body.ts';
import { project, projectionOf } from './projection.ts';
import { badInput, RequestError } from './request-error.ts';
import type { Route, RouteInput, RouteReply } from './route.ts';
import type { TokenBuckets } from './token-bucket.ts';
import { validate } from './validate.ts';

export interface MountOptions {
  callers: Callers;
  buckets: TokenBuckets;
  permissions: Permissions;
  /** Compare every answer with its schema and fail when it differs; for tests. */
  checkAnswers: boolean;
}

/** All routes of the public interface: identify, authorise, read, validate, handle, answer. */
export function mountRoutes(routes: readonly Route[], options: MountOptions): Router {
  const router = Router({ caseSensitive: true });
  for (const route of routes) router[route.method](route.path, requestHandler(route, options));
  return router;
}

function requestHandler(route: Route, options: MountOptions): RequestHandler {
  return async (request, response) => {
    const caller = await identify(request, options.callers);
    authorise(route, caller, options.permissions);
    if (caller !== null) rememberCaller(request, caller);
    const read = await readBody(request, route);
    const json = 'json' in read ? read.json : undefined;
    if (caller !== null) limit(route, caller, json, options.buckets);
    const actor = caller?.actor ?? anonymous;
    const hidden = hiddenFrom(options.permissions, actor);
    const input = {
      params: route.params === undefined ? request.params : validate(route.params, request.params),
      query: route.query === undefined ? {} : validate(route.query, request.query),
      body: route.body === undefined || 'text' in read ? undefined : validate(route.body, json),
      text: 'text' in read ? read.text : undefined,
      actor,
      hidden,
      request,
      idempotencyKey: idempotencyKey(request),
    };
    const done = await handled(route, input as unknown as RouteInput<never, never, never>);
    const reply = readable(route, done, hidden);
    if (options.checkAnswers) checkAnswer(route, reply);
    answer(response, reply);
  };
}

/** What the route answers; a "no" is said as the caller may read it. */
async function handled(route: Route, input: RouteInput<never, never, never>): Promise<RouteReply> {
  try {
    return await route.handle(input);
  } catch (error) {
    throw error instanceof RequestError ? error.readableWithout(input.hidden) : error;
  }
}

/** A key's own limit per second; a list counts what its route says. */
function limit(route: Route, caller: Caller, body: unknown, buckets: TokenBuckets): void {
  if (caller.via.kind !== 'key') return;
  const { key, perSecond } = caller.via;
  const wait = buckets.take(`key:${key}`, perSecond, perSecond, route.weigh?.(body) ?? 1);
  if (wait === 0) return;
  throw new RequestError(
    'too-many',
    {
      zh: `这个密钥每秒最多 ${perSecond} 笔，请 ${wait} 秒后再试。`,
      en: `This key may send ${perSecond} a second. Try again in ${wait} s.`,
    },
    { retryAfter: wait },
  );
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length >= 1 && key.length <= 255) return key;
  throw badInput(
    { zh: 'Idempotency-Key 应为 1 到 255 个字符。', en: 'Idempotency-Key takes 1 to 255 characters.' },
    'Idempotency-Key',
  );
}

/** The reply without the fields this caller may not read. */
function readable(route: Route, reply: RouteReply, hidden: ReadonlySet<FieldGroup>): RouteReply {
  const schema = route.answers[reply.status ?? 200];
  if (hidden.size === 0 || schema === undefined || schema === null || reply.body === undefined) return reply;
  return { ...reply, body: project(reply.body, projectionOf(schema), hidden) };
}

function answer(response: Response, reply: RouteReply): void {
  response.status(reply.status ?? 200).set('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.append(name, value);
  if (reply.body === undefined) response.end();
  else response.json(reply.body);
}

function checkAnswer(route: Route, reply: RouteReply): void {
  const status = reply.status ?? 200;
  const schema = route.answers[status];
  if (schema === undefined)
    throw new Error(`${route.method} ${route.path} does not declare status ${status}`);
  if (schema === null) return;
  const read = schema.safeParse(reply.body);
  if (read.success) return;
  throw new Error(`${route.method} ${route.path} answered against its schema: ${read.error.message}`);
}
