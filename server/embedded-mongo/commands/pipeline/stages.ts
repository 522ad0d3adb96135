import { Int32, Long, type Document } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { compileFilter, compileSort, sortDocuments } from '../../query/index.ts';
import { asDocument, checkStatement, flag, numberOf } from '../fields.ts';
import { compileGroup } from './group.ts';
import { compileProject } from './project.ts';
import type { Sink, Stage } from './stage.ts';

/** Reads one stage. Throws Location40324 for a stage that is not there. */
export function compileStage(spec: unknown, insideFacet = false): Stage {
  const entries = Object.entries(asDocument('pipeline', spec));
  const [entry] = entries;
  if (!entry || entries.length !== 1) {
    throw new StoreError(
      40323,
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  const [name, operand] = entry;
  switch (name) {
    case '$match':
      return match(asDocument('$match', operand));
    case '$sort':
      return sort(asDocument('$sort', operand));
    case '$limit':
      return limit(count('$limit', operand, 1));
    case '$skip':
      return skip(count('$skip', operand, 0));
    case '$project':
      return compileProject(asDocument('$project', operand));
    case '$unwind':
      return unwind(operand);
    case '$count':
      return counted(operand);
    case '$group':
      return compileGroup(asDocument('$group', operand));
    case '$facet':
      if (insideFacet)
        throw new StoreError(
          40600,
          'Location40600',
          '$facet is not allowed to be used within a $facet stage',
        );
      return facet(asDocument('$facet', operand));
    default:
      throw notAvailable(40324, 'Location40324', `aggregation stage ${name}`);
  }
}

function count(name: string, operand: unknown, least: number): number {
  const number = numberOf(operand);
  if (number === undefined || !Number.isInteger(number) || number < least) {
    throw new StoreError(2, 'BadValue', `${name} takes a whole number of at least ${least}`);
  }
  return number;
}

function match(filter: Document): Stage {
  const compiled = compileFilter(filter);
  return (next) => ({
    push: (doc) => (compiled.matches(doc) ? next.push(doc) : true),
    end: () => next.end(),
  });
}

function sort(spec: Document): Stage {
  compileSort(spec);
  return (next) => {
    const held: Document[] = [];
    return {
      push: (doc) => held.push(doc) > 0,
      end() {
        for (const doc of sortDocuments(held, spec)) if (!next.push(doc)) break;
        next.end();
      },
    };
  };
}

function limit(most: number): Stage {
  return (next) => {
    let left = most;
    return {
      push: (doc) => left-- > 0 && next.push(doc) && left > 0,
      end: () => next.end(),
    };
  };
}

function skip(first: number): Stage {
  return (next) => {
    let left = first;
    return { push: (doc) => (left-- > 0 ? true : next.push(doc)), end: () => next.end() };
  };
}

function counted(field: unknown): Stage {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
    throw new StoreError(
      40156,
      'Location40156',
      'the count field must be a non-empty string without $ and dots',
    );
  }
  return (next) => {
    let n = 0;
    return {
      push: () => ++n > 0,
      end() {
        if (n > 0) next.push({ [field]: new Int32(n) });
        next.end();
      },
    };
  };
}

function unwind(operand: unknown): Stage {
  const spec: Document =
    typeof operand === 'string'
      ? { path: operand }
      : checkStatement('$unwind', operand, ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']);
  const path = spec.path as unknown;
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) {
    throw new StoreError(
      28818,
      'Location28818',
      "path option to $unwind stage should be prefixed with a '$'",
    );
  }
  const steps = path.slice(1).split('.');
  const keep = flag(spec, 'preserveNullAndEmptyArrays');
  const indexField = spec.includeArrayIndex as string | undefined;
  return (next) => ({
    push(doc) {
      const value = steps.reduce<unknown>(
        (at, step) =>
          at !== null && typeof at === 'object' && Object.hasOwn(at, step)
            ? (at as Document)[step]
            : undefined,
        doc,
      );
      const several = Array.isArray(value) && value.length > 0;
      if (several) {
        return (value as unknown[]).every((item, i) =>
          next.push(withIndex(withValue(doc, steps, item), indexField, Long.fromNumber(i))),
        );
      }
      const empty = value === null || value === undefined || Array.isArray(value);
      if (empty && !keep) return true;
      const out = Array.isArray(value) ? withValue(doc, steps, undefined) : doc;
      return next.push(withIndex(out, indexField, null));
    },
    end: () => next.end(),
  });
}

function withIndex(doc: Document, field: string | undefined, value: unknown): Document {
  return field === undefined ? doc : { ...doc, [field]: value };
}

/** A copy of the document with another value at a path; undefined takes the field out. */
function withValue(doc: Document, [step, ...rest]: string[], value: unknown): Document {
  const copy: Document = { ...doc };
  if (rest.length > 0) copy[step!] = withValue(copy[step!] as Document, rest, value);
  else if (value === undefined) delete copy[step!];
  else copy[step!] = value;
  return copy;
}

function facet(spec: Document): Stage {
  const facets = Object.entries(spec).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new StoreError(40169, 'Location40169', `arguments to $facet must be arrays, ${name} is not`);
    return { name, stages: pipeline.map((stage) => compileStage(stage, true)) };
  });
  return (next) => {
    const results = facets.map(({ name, stages }) => {
      const docs: Document[] = [];
      return { name, docs, sink: chain(stages, { push: (doc) => docs.push(doc) > 0, end: () => undefined }) };
    });
    const open = new Set(results);
    return {
      push(doc) {
        for (const result of open) if (!result.sink.push(doc)) open.delete(result);
        return open.size > 0;
      },
      end() {
        for (const { sink } of results) sink.end();
        next.push(Object.fromEntries(results.map(({ name, docs }) => [name, docs])));
        next.end();
      },
    };
  };
}

/** Joins stages in front of the last receiver. */
export function chain(stages: readonly Stage[], last: Sink): Sink {
  return stages.reduceRight((next, stage) => stage(next), last);
}
