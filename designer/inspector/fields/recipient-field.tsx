import { Select } from 'antd';
import { roles } from '../../../rules-library/choices/index.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

/** Whom it is given to: a role, by choice; a person that is there already stays until another is chosen. */
export function RecipientField({ value, onChange, label, disabled }: FieldProps) {
  const text = useText();
  const t = useTexts(inspectorTexts);
  const given = value as { role?: string; person?: string } | undefined;
  const person = given?.person;
  return (
    <Select
      className="field-wide"
      aria-label={label}
      value={given?.role ?? person}
      placeholder={t('chooseSome')}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...roles.map((role) => ({ value: role.value, label: text(role.label) })),
        ...(person === undefined ? [] : [{ value: person, label: person }]),
      ]}
      onChange={(next) => onChange(next === person ? { person } : { role: next })}
    />
  );
}
