import { Select } from 'antd';
import { useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

/** Which lines an action is about. */
export function LinesField({ value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  return (
    <Select
      className="field-wide"
      aria-label={label}
      value={typeof value === 'string' ? value : undefined}
      placeholder={t('notSet')}
      allowClear
      disabled={disabled}
      options={[
        { value: 'all', label: t('allLines') },
        { value: 'matched', label: t('matchedLines') },
      ]}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}
