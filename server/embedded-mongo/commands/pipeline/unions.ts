import { checkStatement, collectionName, requiredList } from '../fields.ts';
import type { Sink } from './stage.ts';

/** Documents of another collection, brought in behind those that are there. */
export interface Union {
  collection: string;
  pipeline: unknown[];
  /** Stages that see both. */
  then: unknown[];
}

/** Takes a pipeline apart at its `$unionWith`. */
export function splitAtUnions(pipeline: readonly unknown[]): { first: unknown[]; unions: Union[] } {
  const first: unknown[] = [];
  const unions: Union[] = [];
  for (const stage of pipeline) {
    const union = unionOf(stage);
    if (union !== undefined) unions.push(union);
    else (unions.at(-1)?.then ?? first).push(stage);
  }
  return { first, unions };
}

/** The same receiver, which does not hear of the end: more is to come. */
export function keptOpen(sink: Sink): Sink {
  return { push: (doc) => sink.push(doc), end: () => undefined };
}

function unionOf(stage: unknown): Union | undefined {
  if (stage === null || typeof stage !== 'object' || Object.keys(stage).length !== 1) return undefined;
  if (!Object.hasOwn(stage, '$unionWith')) return undefined;
  const operand = (stage as { $unionWith: unknown }).$unionWith;
  const spec =
    typeof operand === 'string'
      ? { coll: operand }
      : checkStatement('$unionWith', operand, ['coll', 'pipeline']);
  const pipeline = spec.pipeline === undefined ? [] : requiredList(spec, 'pipeline');
  return { collection: collectionName('coll', spec), pipeline, then: [] };
}
