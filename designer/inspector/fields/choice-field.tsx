import { Radio, Select } from 'antd';
import { choiceLabel } from '../../design/choice-label.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { DescribedParam } from '../describe-params.ts';
import type { FieldProps } from './field-props.ts';

/** So few and so short that they fit side by side. */
const fewest = 3;
const shortest = 12;

/** One of some choices: side by side while they fit, else a list. */
export function ChoiceField({ param, value, onChange, labelled, label, disabled }: FieldProps) {
  const text = useText();
  const t = useTexts(inspectorTexts);
  const options = useOptions(param, value);
  const chosen = value ?? param.fallback;
  const total = options.reduce((length, option) => length + option.label.length, 0);
  if (options.length <= fewest && total <= shortest) {
    return (
      <Radio.Group
        aria-labelledby={labelled}
        optionType="button"
        options={options}
        value={chosen}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <Select
      className="field-wide"
      aria-label={label}
      options={options}
      value={chosen as string | undefined}
      placeholder={param.ui.placeholder === undefined ? t('choose') : text(param.ui.placeholder)}
      disabled={disabled}
      allowClear={param.optional}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}

/** Several of some choices. */
export function ChoicesField({ param, value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const options = useOptions(param, chosen);
  return (
    <Select
      className="field-wide"
      mode="multiple"
      aria-label={label}
      options={options}
      value={chosen}
      placeholder={t('chooseSome')}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) => onChange(next.length === 0 && param.optional ? undefined : next)}
    />
  );
}

/** Labelled choices; what is chosen stays readable even where it is none of them. */
function useOptions({ ui, values }: DescribedParam, chosen: unknown): { value: string; label: string }[] {
  const text = useText();
  const listed = ui.options ?? values.map((value) => ({ value, label: { zh: value, en: value } }));
  const extra = (Array.isArray(chosen) ? chosen : [chosen]).filter(
    (one): one is string => typeof one === 'string' && !listed.some(({ value }) => value === one),
  );
  return [
    ...listed.map(({ value, label }) => ({ value, label: text(label) })),
    ...extra.map((value) => ({ value, label: text(choiceLabel([], value)) })),
  ];
}
