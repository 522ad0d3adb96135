import { vocabulary } from '../../../rules-library/index.ts';
import { ValueEditor } from '../value-editor.tsx';
import { AmountInput, UnitInput } from '../amount-input.tsx';
import { durationUnits } from '../value-units.ts';
import type { FieldProps } from './field-props.ts';

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A number. Where a neighbour names what is counted or summed, it is typed as that: money in yuan. */
export function NumberField({ value, params, onChange, onDone, label, disabled }: FieldProps) {
  const definition = typeof params.of === 'string' ? vocabulary.facts.get(params.of) : undefined;
  const set = (next: unknown, typing?: boolean): void => onChange(next === '' ? undefined : next, typing);
  if (definition !== undefined) {
    return (
      <ValueEditor
        definition={definition}
        shape="same"
        value={numberOf(value) ?? ''}
        label={label}
        disabled={disabled}
        onChange={set}
        onDone={onDone}
      />
    );
  }
  return (
    <AmountInput
      type="number"
      value={numberOf(value)}
      label={label}
      disabled={disabled}
      onChange={set}
      onDone={onDone}
    />
  );
}

/** An amount in yuan, kept in fen. */
export function MoneyField({ value, onChange, onDone, label, disabled }: FieldProps) {
  return (
    <AmountInput
      type="money"
      value={numberOf(value)}
      label={label}
      disabled={disabled}
      onChange={(next, typing) => onChange(next === '' ? undefined : next, typing)}
      onDone={onDone}
    />
  );
}

/** So many hours. */
export function HoursField({ value, onChange, onDone, label, disabled }: FieldProps) {
  return (
    <AmountInput
      type="hours"
      value={numberOf(value)}
      label={label}
      disabled={disabled}
      onChange={(next, typing) => onChange(next === '' ? undefined : next, typing)}
      onDone={onDone}
    />
  );
}

/** A length of time, kept in minutes. */
export function DurationField({ value, onChange, onDone, label, disabled }: FieldProps) {
  return (
    <UnitInput
      units={durationUnits}
      value={numberOf(value)}
      label={label}
      disabled={disabled}
      onChange={(next, typing) => onChange(next === '' ? undefined : next, typing)}
      onDone={onDone}
    />
  );
}
