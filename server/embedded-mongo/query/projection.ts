import type { Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { compileFilter, type CompiledFilter } from './filter/compile-filter.ts';
import { isTrue } from './filter/value-tests.ts';
import { asPlainDocument, isDocument, isNumeric } from './values/bson-type.ts';
import { wholeNumber } from './values/number.ts';
import { setField } from './values/path.ts';

/** What happens to a field: kept, left out, cut, or narrowed to one array element. */
type Rule =
  | { kind: 'keep' }
  | { kind: 'drop' }
  | { kind: 'slice'; skip: number | undefined; count: number }
  | { kind: 'element'; find: (doc: Document) => number | undefined; needed: boolean };

type Rules = Map<string, Rule | Rules>;

/**
 * Reads a projection once. The result of applying it is a new document, except that an empty projection gives the document itself.
 *
 * @param spec field paths with 1, 0, `$slice` or `$elemMatch`; `path.$` keeps the element the filter matched by
 * @param filter the filter of the same query, needed for `path.$` only
 * @throws StoreError 31253, 31254 (mixed), 31249, 31250 (colliding paths), 31325 (unknown operator), BadValue (2)
 */
export function compileProjection(spec: Document, filter?: CompiledFilter): (doc: Document) => Document {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  const { rules, keeps, last } = new ProjectionReader(filter).read(spec);
  return (doc) => {
    const out = projectDocument(doc, rules, keeps, doc);
    for (const name of last) moveToEnd(out, name);
    return out;
  };
}

class ProjectionReader {
  private readonly rules: Rules = new Map();
  private readonly filter: CompiledFilter | undefined;
  private readonly last: string[] = [];
  private mode: 'keep' | 'drop' | undefined;
  private id: 'keep' | 'drop' | undefined;
  private narrows = false;

  constructor(filter: CompiledFilter | undefined) {
    this.filter = filter;
  }

  read(spec: Document): { rules: Rules; keeps: boolean; last: string[] } {
    this.readFields(spec, '');
    const keeps = this.mode === 'keep' || (this.mode === undefined && (this.narrows || this.id === 'keep'));
    const { rules } = this;
    if (keeps && this.id !== 'drop' && !rules.has('_id')) rules.set('_id', { kind: 'keep' });
    if (!keeps && this.id === 'drop') rules.set('_id', { kind: 'drop' });
    return { rules, keeps, last: this.last };
  }

  private readFields(spec: Document, prefix: string): void {
    for (const name of Object.keys(spec)) this.readField(prefix + name, spec[name]);
  }

  private readField(path: string, value: unknown): void {
    if (typeof value === 'boolean' || isNumeric(value)) {
      if (path.endsWith('.$')) this.addPositional(path.slice(0, -2), isTrue(value));
      else this.addSwitch(path, isTrue(value) ? 'keep' : 'drop');
    } else if (!isDocument(value)) {
      throw notAvailable(31325, 'Location31325', `a computed field in a projection (${path})`);
    } else {
      this.readOperator(path, value);
    }
  }

  private readOperator(path: string, value: Document): void {
    const names = Object.keys(value);
    const name = names[0];
    if (name === undefined) {
      throw new StoreError(51270, 'Location51270', `An empty sub-projection is not a valid value: ${path}`);
    }
    if (!name.startsWith('$')) return this.readFields(value, `${path}.`);
    if (names.length > 1)
      throw new StoreError(2, 'BadValue', `More than one operator in the projection of ${path}`);
    if (name === '$slice') return this.add(path, sliceRule(value.$slice));
    if (name === '$elemMatch') return this.addElemMatch(path, value.$elemMatch);
    throw notAvailable(31325, 'Location31325', `the projection operator ${name}`);
  }

  private addSwitch(path: string, kind: 'keep' | 'drop'): void {
    if (path === '_id') {
      this.id = kind;
      return;
    }
    this.setMode(path, kind);
    this.add(path, { kind });
  }

  private setMode(path: string, mode: 'keep' | 'drop'): void {
    if (this.mode !== undefined && this.mode !== mode) {
      throw mode === 'keep'
        ? new StoreError(
            31253,
            'Location31253',
            `Cannot do inclusion on field ${path} in exclusion projection`,
          )
        : new StoreError(
            31254,
            'Location31254',
            `Cannot do exclusion on field ${path} in inclusion projection`,
          );
    }
    this.mode = mode;
  }

  private addElemMatch(path: string, condition: unknown): void {
    if (path.includes('.')) {
      throw new StoreError(31275, 'Location31275', 'Cannot use $elemMatch projection on a nested field');
    }
    if (!isDocument(condition)) {
      throw new StoreError(31274, 'Location31274', 'elemMatch: Invalid argument, object required');
    }
    const filter = compileFilter({ [path]: { $elemMatch: condition } });
    this.narrows = true;
    this.last.push(path);
    this.add(path, { kind: 'element', needed: false, find: (doc) => filter.positional(doc, path) });
  }

  private addPositional(path: string, kept: boolean): void {
    if (!kept)
      throw new StoreError(31395, 'Location31395', 'positional projection cannot be used with exclusion');
    const { filter } = this;
    if (!filter) throw notAvailable(2, 'BadValue', `the positional projection ${path}.$ here`);
    if (this.last.length > 0 || this.narrows) {
      throw new StoreError(
        31276,
        'Location31276',
        'Cannot specify more than one positional or $elemMatch projection',
      );
    }
    this.narrows = true;
    this.setMode(path, 'keep');
    this.add(path, { kind: 'element', needed: true, find: (doc) => filter.positional(doc, path) });
  }

  private add(path: string, rule: Rule): void {
    const steps = path.split('.');
    let rules = this.rules;
    for (let i = 0; i < steps.length - 1; i++) {
      const name = checkedStep(steps[i]!, path);
      let inner = rules.get(name);
      if (inner === undefined) rules.set(name, (inner = new Map()));
      if (!(inner instanceof Map)) {
        const rest = steps.slice(i + 1).join('.');
        throw new StoreError(31249, 'Location31249', `Path collision at ${path} remaining portion ${rest}`);
      }
      rules = inner;
    }
    const name = checkedStep(steps.at(-1)!, path);
    if (rules.has(name)) throw new StoreError(31250, 'Location31250', `Path collision at ${path}`);
    rules.set(name, rule);
  }
}

function checkedStep(step: string, path: string): string {
  if (step === '') {
    throw new StoreError(40353, 'Location40353', `FieldPath must not have an empty part: ${path}`);
  }
  if (step.startsWith('$') && !['$id', '$ref', '$db'].includes(step)) {
    throw new StoreError(16410, 'Location16410', `FieldPath field names may not start with '$': ${path}`);
  }
  return step;
}

function sliceRule(operand: unknown): Rule {
  const bad = (): StoreError =>
    new StoreError(2, 'BadValue', '$slice needs a whole number, or [skip, limit] with a positive limit');
  if (!Array.isArray(operand)) {
    const count = wholeNumber(operand);
    if (count === undefined) throw bad();
    return { kind: 'slice', skip: undefined, count };
  }
  const [skip, count] = operand.map(wholeNumber);
  if (operand.length !== 2 || skip === undefined || count === undefined || count <= 0) throw bad();
  return { kind: 'slice', skip, count };
}

function projectDocument(source: Document, rules: Rules, keeps: boolean, root: Document): Document {
  const doc = asPlainDocument(source);
  const out: Document = {};
  for (const name of Object.keys(doc)) {
    const rule = rules.get(name);
    const value: unknown = doc[name];
    if (rule === undefined) {
      if (!keeps) setField(out, name, value);
      continue;
    }
    const kept = rule instanceof Map ? projectValue(value, rule, keeps, root) : applyRule(value, rule, root);
    if (kept !== undefined) setField(out, name, kept);
  }
  return out;
}

/** Below a path's end: documents and the documents in arrays are projected; other values stay only where fields are left out. */
function projectValue(value: unknown, rules: Rules, keeps: boolean, root: Document): unknown {
  if (isDocument(value)) return projectDocument(value, rules, keeps, root);
  if (!Array.isArray(value)) return keeps ? undefined : value;
  const out: unknown[] = [];
  for (const item of value as unknown[]) {
    const kept = projectValue(item, rules, keeps, root);
    if (kept !== undefined) out.push(kept);
  }
  return out;
}

function applyRule(value: unknown, rule: Rule, root: Document): unknown {
  switch (rule.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'slice':
      return Array.isArray(value) ? cut(value, rule.skip, rule.count) : value;
    case 'element': {
      const position = rule.find(root);
      if (position !== undefined && Array.isArray(value))
        return value.slice(position, position + 1) as unknown[];
      if (!rule.needed) return undefined;
      throw new StoreError(
        51246,
        'Location51246',
        "positional operator '.$' couldn't find a matching element in the array",
      );
    }
    default:
      return value;
  }
}

function cut(array: unknown[], skip: number | undefined, count: number): unknown[] {
  if (skip === undefined) return count >= 0 ? array.slice(0, count) : array.slice(count);
  const start = skip >= 0 ? skip : Math.max(0, array.length + skip);
  return array.slice(start, start + count);
}

/** Fields narrowed by `$elemMatch` come behind the kept ones, in the order of the projection. */
function moveToEnd(doc: Document, name: string): void {
  if (!Object.hasOwn(doc, name)) return;
  const value: unknown = doc[name];
  delete doc[name];
  setField(doc, name, value);
}
