// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { OperatorDefinition } from '../define/operator.ts';
import { after } from './after.operator.ts';
import { atLeast } from './at-least.operator.ts';
import { atMost } from './at-most.operator.ts';
import { before } from './before.operator.ts';
import { between } from './between.operator.ts';
import { containsAll } from './contains-all.operator.ts';
import { containsAny } from './contains-any.operator.ts';
import { containsNone } from './contains-none.operator.ts';
import { contains } from './contains.operator.ts';
import { doesNotContain } from './does-not-contain.operator.ts';
import { endsWith } from './ends-with.operator.ts';
import { equal } from './equal.operator.ts';
import { greaterThanInclusive } from './greater-than-inclusive.operator.ts';
import { greaterThan } from './greater-than.operator.ts';
import { inList } from './in-list.operator.ts';
import { oneOf } from './in.operator.ts';
import { isMissing } from './is-missing.operator.ts';
import { isPresent } from './is-present.operator.ts';
import { lessThanInclusive } from './less-than-inclusive.operator.ts';
import { lessThan } from './less-than.operator.ts';
import { matches } from './matches.operator.ts';
import { notBetween } from './not-between.operator.ts';
import { notEqual } from './not-equal.operator.ts';
import { notInList } from './not-in-list.operator.ts';
import { noneOf } from './not-in.operator.ts';
import { olderThan } from './older-than.operator.ts';
import { startsWith } from './starts-with.operator.ts';
import { withinLast } from './within-last.operator.ts';
import { withinNext } from './within-next.operator.ts';
import { youngerThan } from './younger-than.operator.ts';

export const operators: readonly OperatorDefinition[] = [
  after,
  atLeast,
  atMost,
  before,
  between,
  containsAll,
  containsAny,
  containsNone,
  contains,
  doesNotContain,
  endsWith,
  equal,
  greaterThanInclusive,
  greaterThan,
  inList,
  oneOf,
  isMissing,
  isPresent,
  lessThanInclusive,
  lessThan,
  matches,
  notBetween,
  notEqual,
  notInList,
  noneOf,
  olderThan,
  startsWith,
  withinLast,
  withinNext,
  youngerThan,
];
