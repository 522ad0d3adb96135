import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import { accumulatorMaker, compileExpression, encodeKey, type Accumulator } from '../../query/index.ts';
import { keyText } from '../../storage/keys.ts';
import { asDocument } from '../fields.ts';
import { define } from './expressions.ts';
import type { Stage } from './stage.ts';

interface Group {
  id: unknown;
  values: Accumulator[];
}

/** `$group`: one document per different `_id`, in the order their first documents came. */
export function compileGroup(spec: Document): Stage {
  if (!Object.hasOwn(spec, '_id')) throw badGroup('a group specification must include an _id');
  const { _id, ...rest } = spec;
  const idOf = compileExpression(_id);
  const fields = Object.entries(rest).map(([name, value]) => {
    const entries = Object.entries(asDocument(name, value));
    const [entry] = entries;
    if (!entry || entries.length !== 1) throw badGroup(`the field '${name}' must specify one accumulator`);
    const [operator, operand] = entry;
    if (operator === '$count') return { name, make: accumulatorMaker('$sum'), value: () => 1 };
    return { name, make: accumulatorMaker(operator), value: compileExpression(operand) };
  });
  return (next) => {
    const groups = new Map<string, Group>();
    return {
      push(doc) {
        const id = idOf(doc) ?? null;
        const text = keyText(encodeKey([id], [1]));
        let group = groups.get(text);
        if (!group) groups.set(text, (group = { id, values: fields.map(({ make }) => make()) }));
        for (let i = 0; i < fields.length; i++) group.values[i]!.add(fields[i]!.value(doc));
        return true;
      },
      end() {
        for (const { id, values } of groups.values()) {
          const made: Document = { _id: id };
          for (let i = 0; i < fields.length; i++) define(made, fields[i]!.name, values[i]!.result());
          if (!next.push(made)) break;
        }
        next.end();
      },
    };
  };
}

/** The error of a `$group` that is not written as it must be. */
function badGroup(text: string): StoreError {
  return new StoreError(15947, 'Location15947', text);
}
