import type { ReactNode } from 'react';
import type { Problem } from '../../../rules-library/schema/flow.ts';
import type { DescribedParam } from '../describe-params.ts';

/** What every widget of the inspector is given. */
export interface FieldProps {
  /** The block it belongs to. */
  node: string;
  param: DescribedParam;
  value: unknown;
  /** All params of the block, for widgets that depend on a neighbour. */
  params: Readonly<Record<string, unknown>>;
  /** Undefined takes the param away. `typing` joins this to the change before as one step. */
  onChange: (value: unknown, typing?: boolean) => void;
  /** Ends a step: the hand has left the field. */
  onDone: () => void;
  /** The label's id: what the widget is called. */
  labelled: string;
  label: string;
  problems: readonly Problem[];
  disabled: boolean;
}

export type FieldWidget = (props: FieldProps) => ReactNode;
