import type { Request } from 'express';
import type { z } from 'zod';
import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';

/** Who may call a route. A command's own permission is checked by the door; `reads` by the route itself. */
export type Access =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  /** People of any role (or of these roles, or holding one of these buttons), and keys holding this read. */
  | { kind: 'read'; read: string; roles?: readonly string[]; buttons?: readonly string[] }
  /** Writes: permission is the command's. */
  | { kind: 'command'; command: string };

export interface RouteReply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** The body as it came, when it came as one of `alsoAccepts`; `body` is then undefined. */
  text: string | undefined;
  actor: Actor;
  /** Groups of fields the caller may not read. What schemas mark is left out of the answer afterwards; the rest is the route's. */
  hidden: ReadonlySet<FieldGroup>;
  request: Request;
  /** `Idempotency-Key` header, if given (at most 255 characters). */
  idempotencyKey: string | undefined;
}

/** One HTTP route said as data: validation, permission, OpenAPI and the route inventory come from it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Under `/api/v1`, express style: `/orders/:id`. */
  path: string;
  summary: Text;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Body types beside JSON (`text/csv`), handed on as `text` without the body's schema. */
  alsoAccepts?: readonly string[];
  /** Most bytes of a body; 1 MB unless said. */
  limit?: number;
  /** Most values (of any depth) in a JSON body; 50,000 unless said. */
  maxValues?: number;
  /** What a call counts against a key's limit per second (a list counts each order); 1 unless said. */
  weigh?(body: unknown): number;
  answers: Record<number, z.ZodType | null>;
  handle(input: RouteInput<never, never, never>): Promise<RouteReply> | RouteReply;
}

interface RouteSource<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> extends Omit<
  Route,
  'params' | 'query' | 'body' | 'handle'
> {
  params?: Params;
  query?: Query;
  body?: Body;
  handle(
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<RouteReply> | RouteReply;
}

/** Defines one route with the types of its own schemas. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(source: RouteSource<Params, Query, Body>): Route {
  return source;
}
