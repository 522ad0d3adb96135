/**
 * What the rest of the store needs to know about BSON values, filters, projections, sorts and updates. Pure functions: nothing
 * here reads a clock, a file or a socket.
 */
export { compareBson, equalsBson } from './values/compare.ts';
export { typeNameOf } from './values/bson-type.ts';
export { compileFilter, type CompiledFilter, type Range } from './filter/compile-filter.ts';
export { compileSort, sortDocuments, type DocumentOrder } from './sort.ts';
export { encodeKey } from './keys/encode-key.ts';
export { compileProjection } from './projection.ts';
export { compileUpdate, type CompiledUpdate, type UpdateOptions } from './update/compile-update.ts';
export type { UpdateContext } from './update/change.ts';
export { compileExpression } from './expression/compile-expression.ts';
export { accumulatorMaker, type Accumulator } from './expression/accumulators.ts';
