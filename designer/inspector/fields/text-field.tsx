import { Input } from 'antd';
import { useText } from '../../i18n/use-texts.ts';
import { scalarText } from '../scalar-text.ts';
import type { FieldProps } from './field-props.ts';

/** A line of words. */
export function TextField({ param, value, onChange, onDone, label, disabled }: FieldProps) {
  const text = useText();
  return (
    <Input
      aria-label={label}
      value={scalarText(value)}
      placeholder={param.ui.placeholder === undefined ? '' : text(param.ui.placeholder)}
      disabled={disabled}
      onChange={(event) =>
        onChange(event.target.value === '' && param.optional ? undefined : event.target.value, true)
      }
      onBlur={onDone}
    />
  );
}

/** Some lines of words. */
export function LongTextField({ value, onChange, onDone, label, disabled }: FieldProps) {
  return (
    <Input.TextArea
      aria-label={label}
      value={scalarText(value)}
      autoSize={{ minRows: 3, maxRows: 10 }}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value, true)}
      onBlur={onDone}
    />
  );
}

const ownPrefix = 'custom.';

/** A custom item by its name; the mark that it is the company's own is not shown. */
export function FieldNameField({ param, value, onChange, onDone, label, disabled }: FieldProps) {
  const text = useText();
  const shown = scalarText(value);
  const placeholder = param.ui.placeholder === undefined ? '' : text(param.ui.placeholder);
  return (
    <Input
      aria-label={label}
      value={shown.startsWith(ownPrefix) ? shown.slice(ownPrefix.length) : shown}
      placeholder={placeholder.startsWith(ownPrefix) ? placeholder.slice(ownPrefix.length) : placeholder}
      maxLength={60}
      disabled={disabled}
      onChange={(event) => onChange(`${ownPrefix}${event.target.value}`, true)}
      onBlur={onDone}
    />
  );
}
