import { forbiddenKeys } from '../rules-library/schema/ids.ts';

/** Steps of a parsed path: names of properties and numbers of list entries. */
export type PathSteps = readonly (string | number)[];

const wholePath = /^\$(?:\.[\p{L}\p{N}_-]+|\[\d{1,9}\])*$/u;
const oneStep = /\.([\p{L}\p{N}_-]+)|\[(\d{1,9})\]/gu;
const longestPath = 200;

const parsed = new Map<string, PathSteps | undefined>();
const mostParsed = 5000;

/**
 * The steps of a path made of `$`, `.name` and `[n]`; undefined for anything else (filters, wildcards, `..`, quotes) and
 * for names that would reach a prototype.
 */
export function parsePath(path: string): PathSteps | undefined {
  if (parsed.has(path)) return parsed.get(path);
  if (parsed.size >= mostParsed) parsed.clear();
  const steps = stepsOf(path);
  parsed.set(path, steps);
  return steps;
}

function stepsOf(path: string): PathSteps | undefined {
  if (path.length > longestPath || !wholePath.test(path)) return undefined;
  const steps: (string | number)[] = [];
  for (const [, name, entry] of path.matchAll(oneStep)) {
    if (name === undefined) steps.push(Number(entry));
    else if (forbiddenKeys.has(name)) return undefined;
    else steps.push(name);
  }
  return steps;
}

/** Follows steps through own properties of plain data; undefined where one is missing. */
export function follow(value: unknown, steps: PathSteps): unknown {
  let at = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return undefined;
    if (typeof step === 'number' && !Array.isArray(at)) return undefined;
    if (!Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/**
 * The path resolver of both engines: our own evaluator and, registered as `pathResolver`, stock json-rules-engine. It reads
 * own properties only and answers undefined for a path it does not take.
 */
export function resolvePath(value: unknown, path: string): unknown {
  const steps = parsePath(path);
  return steps === undefined ? undefined : follow(value, steps);
}

/** A fact's value seen through a path, as stock does it: a path into something that is no object gives the value itself. */
export function throughPath(value: unknown, steps: PathSteps | undefined): unknown {
  if (steps === undefined || typeof value !== 'object' || value === null) return value;
  return follow(value, steps);
}
