import type { Choice, FactType } from '../../../rules-library/define/fact.ts';

/** What the values of a column are: of a fact a cell is asked of, or of a result a row gives. */
export interface ColumnKind {
  type: FactType;
  /** Values by name. Others are taken too where `open`. */
  choices?: readonly Choice[] | undefined;
  /** Choices are listed most important first: "at least gold" has a meaning. */
  ordered?: boolean | undefined;
  open?: boolean | undefined;
}
