import { Select } from 'antd';
import { roles } from '../../../rules-library/choices/index.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

/** Roles of people. */
export function RolesField({ value, onChange, label, disabled }: FieldProps) {
  const text = useText();
  const t = useTexts(inspectorTexts);
  return (
    <Select
      className="field-wide"
      mode="multiple"
      aria-label={label}
      value={Array.isArray(value) ? (value as string[]) : []}
      placeholder={t('chooseSome')}
      disabled={disabled}
      options={roles.map((role) => ({ value: role.value, label: text(role.label) }))}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
