import type { ComponentType } from 'react';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { fieldsOf, type InputControlProps, type InputField } from './input-fields.ts';

interface GroupControlProps {
  field: InputField;
  value: unknown;
  onChange: ((value: unknown) => void) | undefined;
  /** The control of each of its parts. */
  control: ComponentType<InputControlProps>;
}

/** Several things that belong together, such as an address. */
export function GroupControl({ field, value, onChange, control: Control }: GroupControlProps) {
  const text = useText();
  const t = useTexts(partsTexts);
  const given = (value ?? {}) as Record<string, unknown>;
  return (
    <div className="press-group" role="group" aria-label={text(field.ui.label)}>
      {fieldsOf(field.schema).map((inner) => (
        <label key={inner.name} className="press-group-field">
          <span>
            {text(inner.ui.label)}
            {field.required && !inner.required ? ` · ${t('optional')}` : ''}
          </span>
          <Control
            field={inner}
            value={given[inner.name]}
            onChange={(next) => onChange?.({ ...given, [inner.name]: next })}
          />
        </label>
      ))}
    </div>
  );
}
