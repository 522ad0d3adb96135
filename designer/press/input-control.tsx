import { Input, InputNumber, Select, Switch } from 'antd';
import { lazy, Suspense } from 'react';
import { roles } from '../../rules-library/choices/index.ts';
import { useText } from '../i18n/use-texts.ts';
import { GroupControl } from './group-control.tsx';
import type { InputControlProps } from './input-fields.ts';
import { LinesControl, lineColumns } from './lines-control.tsx';
import { MoneyControl } from './money-control.tsx';
import { PersonSelect } from './person-select.tsx';

// The calendar is large and few buttons need it.
const TimeInput = lazy(async () => ({ default: (await import('../inspector/time-input.tsx')).TimeInput }));

/** The control of one field of a button's form. */
export function InputControl({ field, id, value, onChange }: InputControlProps) {
  const text = useText();
  const { ui } = field;
  const placeholder = ui.placeholder === undefined ? undefined : text(ui.placeholder);
  const named = id === undefined ? {} : { id };
  const columns = lineColumns[ui.field];
  if (columns !== undefined) {
    return <LinesControl columns={columns} label={text(ui.label)} value={value} onChange={onChange} />;
  }
  switch (ui.field) {
    case 'group':
      return <GroupControl field={field} value={value} onChange={onChange} control={InputControl} />;
    case 'choice':
    case 'choices':
      return (
        <Select
          {...named}
          {...(ui.field === 'choices' ? { mode: 'multiple' as const } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={(next: unknown) => onChange?.(next)}
          options={(ui.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }))}
          placeholder={placeholder}
        />
      );
    case 'person':
      return <PersonSelect {...named} value={value} onChange={onChange ?? (() => {})} />;
    case 'recipient':
      return (
        <Select
          {...named}
          showSearch={{ optionFilterProp: 'label' }}
          value={(value as { role?: string } | undefined)?.role}
          onChange={(role: string) => onChange?.({ role })}
          options={roles.map((role) => ({ value: role.value, label: text(role.label) }))}
        />
      );
    case 'yes-no':
      return <Switch {...named} checked={value === true} onChange={(next) => onChange?.(next)} />;
    case 'time':
      return (
        <Suspense fallback={<Input disabled />}>
          <TimeInput
            value={typeof value === 'string' ? value : ''}
            label={text(ui.label)}
            disabled={false}
            size="middle"
            onChange={(next) => onChange?.(next)}
          />
        </Suspense>
      );
    case 'money':
      return <MoneyControl id={id} label={text(ui.label)} value={value} onChange={onChange} />;
    case 'number':
    case 'integer':
      return (
        <InputNumber {...named} value={value as number} onChange={(next) => onChange?.(next ?? undefined)} />
      );
    case 'long-text':
      return (
        <Input.TextArea
          {...named}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    default:
      return (
        <Input
          {...named}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
          placeholder={placeholder}
        />
      );
  }
}
