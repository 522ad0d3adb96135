import type { Condition } from '../../../rules-library/schema/condition.ts';
import { ConditionsEditor } from '../conditions-editor.tsx';
import type { FieldProps } from './field-props.ts';

/** Conditions about what the trigger gives. */
export function ConditionsField(props: FieldProps) {
  return <Conditions {...props} lines={false} />;
}

/** Conditions that one line has to meet together. */
export function LineConditionsField(props: FieldProps) {
  return <Conditions {...props} lines />;
}

function Conditions({
  param,
  value,
  params,
  onChange,
  onDone,
  label,
  problems,
  disabled,
  lines,
}: FieldProps & { lines: boolean }) {
  return (
    <ConditionsEditor
      value={value as Condition | undefined}
      path={param.name}
      label={label}
      lines={lines}
      taken={params}
      problems={problems}
      disabled={disabled}
      onChange={onChange}
      onDone={onDone}
    />
  );
}
