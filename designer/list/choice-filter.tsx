import { Select } from 'antd';
import type { Choice } from '../../rules-library/define/fact.ts';
import { useText } from '../i18n/use-texts.ts';

export interface ChoiceFilterProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** One of these, or any. */
export function ChoiceFilter({ label, choices, value, onChange }: ChoiceFilterProps) {
  const text = useText();
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange(next)}
      options={choices.map((choice) => ({ value: choice.value, label: text(choice.label) }))}
      popupMatchSelectWidth={false}
    />
  );
}
