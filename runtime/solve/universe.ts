import type { FactDefinition, FactType } from '../../rules-library/define/fact.ts';
import { anything, only, type Domain } from './domain.ts';
import { allNumbers } from './intervals.ts';
import { allTexts, someTexts } from './text-set.ts';

/** The values a fact may have at all, absence included; a value of another type is dropped before deciding. */
export interface Universe {
  domain: Domain;
  /** Only whole numbers. */
  whole: boolean;
}

/** Fen, grams, cubic centimetres, epoch milliseconds and counts are whole; the readers of facts drop what is not. */
const wholeTypes: ReadonlySet<FactType> = new Set<FactType>(['integer', 'money', 'weight', 'volume', 'time']);

/**
 * What a defined fact may be. `listed` keeps choices to those defined: what can be shown with them is shown all the more;
 * `open` lets a company add choices of its own except to ordered ones, so that nothing is called impossible too soon.
 */
export function universeOf(definition: FactDefinition, choices: 'listed' | 'open'): Universe {
  const kind = domainOf(definition, choices);
  return { domain: { ...kind, missing: true }, whole: wholeTypes.has(definition.type) };
}

function domainOf(definition: FactDefinition, choices: 'listed' | 'open'): Domain {
  switch (definition.type) {
    case 'text':
      return only({ texts: allTexts });
    case 'choice': {
      const closed = definition.ordered === true || (choices === 'listed' && definition.hidden !== true);
      if (!closed || definition.choices === undefined) return only({ texts: allTexts });
      return only({ texts: someTexts(definition.choices.map(({ value }) => value)) });
    }
    case 'yes-no':
      return only({ isTrue: true, isFalse: true });
    case 'list':
      return only({ lists: { must: [], mustNot: [] } });
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
    case 'factor':
    case 'time':
    case 'duration':
    case 'hours':
    case 'days':
    case 'weight':
    case 'volume':
      return only({ numbers: allNumbers });
  }
}

/**
 * What a fact nobody has defined may be: of the kinds it is compared with, as custom items and results are; anything where
 * the comparisons do not say.
 */
export function universeOfUse(constants: readonly unknown[]): Universe {
  const kinds = only({ missing: true });
  for (const constant of constants.flat()) {
    if (typeof constant === 'number') kinds.numbers = allNumbers;
    if (typeof constant === 'string') kinds.texts = allTexts;
    if (typeof constant === 'boolean') Object.assign(kinds, { isTrue: true, isFalse: true });
  }
  const found = kinds.numbers.length > 0 || kinds.texts === allTexts || kinds.isTrue;
  return { domain: found ? kinds : anything, whole: false };
}
