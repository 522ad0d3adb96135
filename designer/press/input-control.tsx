import { Input, InputNumber, Select, Switch } from 'antd';
import { useText } from '../i18n/use-texts.ts';
import type { InputField } from './input-fields.ts';
import { PersonSelect } from './person-select.tsx';

export interface InputControlProps {
  field: InputField;
  /** Given by the form. */
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/** The control of one field of a button's form. */
export function InputControl({ field: { ui }, id, value, onChange }: InputControlProps) {
  const text = useText();
  const placeholder = ui.placeholder === undefined ? undefined : text(ui.placeholder);
  switch (ui.field) {
    case 'choice':
    case 'choices':
      return (
        <Select
          {...(id === undefined ? {} : { id })}
          {...(ui.field === 'choices' ? { mode: 'multiple' as const } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={(next: unknown) => onChange?.(next)}
          options={(ui.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }))}
          placeholder={placeholder}
        />
      );
    case 'person':
      return (
        <PersonSelect {...(id === undefined ? {} : { id })} value={value} onChange={onChange ?? (() => {})} />
      );
    case 'yes-no':
      return (
        <Switch
          {...(id === undefined ? {} : { id })}
          checked={value === true}
          onChange={(next) => onChange?.(next)}
        />
      );
    case 'number':
    case 'integer':
      return (
        <InputNumber
          {...(id === undefined ? {} : { id })}
          value={value as number}
          onChange={(next) => onChange?.(next ?? undefined)}
        />
      );
    default:
      return (
        <Input
          {...(id === undefined ? {} : { id })}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
          placeholder={placeholder}
        />
      );
  }
}
