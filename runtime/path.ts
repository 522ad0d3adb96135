import { forbiddenKeys } from '../rules-library/schema/ids.ts';

/** Steps of a path such as `$.lines[0].sku`: names and indexes, read as own properties only. */
export type Path = readonly (string | number)[];

const step = /^(?:\.([A-Za-z_][A-Za-z0-9_-]*)|\[(\d{1,6})\])/;

/** Reads `$`, `.name`, `[n]`; undefined for anything else: filters, wildcards, `..` and names that reach a prototype. */
export function parsePath(text: string): Path | undefined {
  if (!text.startsWith('$')) return undefined;
  const steps: (string | number)[] = [];
  let rest = text.slice(1);
  while (rest !== '') {
    const match = step.exec(rest);
    if (match === null) return undefined;
    if (match[1] !== undefined) {
      if (forbiddenKeys.has(match[1])) return undefined;
      steps.push(match[1]);
    } else steps.push(Number(match[2]));
    rest = rest.slice(match[0].length);
  }
  return steps;
}

/** The value at a path; undefined where a step is missing or no own property. */
export function readPath(value: unknown, path: Path): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
    current = (current as Record<string | number, unknown>)[name];
  }
  return current;
}

/** The path resolver stock json-rules-engine is given: it never sees its own. */
export function resolvePath(value: object, path: string): unknown {
  const parsed = parsePath(path);
  return parsed === undefined ? undefined : readPath(value, parsed);
}
