import { Select } from 'antd';
import { useTexts } from '../i18n/use-texts.ts';
import { inspectorTexts } from './inspector.texts.ts';
import { scalarText } from './scalar-text.ts';
import { useSmallCatalog } from './use-names.ts';

interface ListNameInputProps {
  value: unknown;
  label: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** A list kept by name. */
export function ListNameInput({ value, label, disabled, onChange }: ListNameInputProps) {
  const t = useTexts(inspectorTexts);
  const lists = useSmallCatalog('lists');
  const chosen = scalarText(value);
  const options = lists.map(({ id, name }) => ({ value: id, label: name }));
  if (chosen !== '' && !lists.some(({ id }) => id === chosen)) options.push({ value: chosen, label: chosen });
  return (
    <Select
      className="word-chip value-select"
      size="small"
      aria-label={label}
      value={chosen === '' ? undefined : chosen}
      placeholder={t('choose')}
      options={options}
      disabled={disabled}
      suffixIcon={null}
      popupMatchSelectWidth={false}
      notFoundContent={t('noList')}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string) => onChange(next)}
    />
  );
}
