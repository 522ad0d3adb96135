import { Switch } from 'antd';
import type { FieldProps } from './field-props.ts';

export function YesNoField({ param, value, onChange, labelled, disabled }: FieldProps) {
  return (
    <Switch
      aria-labelledby={labelled}
      checked={(value ?? param.fallback) === true}
      disabled={disabled}
      onChange={(checked) => onChange(checked)}
    />
  );
}
