import type { FieldProps } from './field-props.ts';
import { WhoInput, type DrawnWho } from './who-input.tsx';

/** Who is asked. */
export function WhoField({ value, onChange, label, disabled }: FieldProps) {
  return (
    <WhoInput value={value as DrawnWho | undefined} label={label} disabled={disabled} onChange={onChange} />
  );
}
