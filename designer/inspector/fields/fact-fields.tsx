import type { FactDefinition } from '../../../rules-library/define/fact.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { operatorText } from '../../../rules-library/sentences/index.ts';
import { Select } from 'antd';
import { useLanguage } from '../../i18n/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { FactSelect } from '../fact-select.tsx';
import { inspectorTexts } from '../inspector.texts.ts';
import { ListNameInput } from '../list-name-input.tsx';
import { scalarText } from '../scalar-text.ts';
import type { FieldProps } from './field-props.ts';

/** One piece of business data. */
export function FactField({ value, onChange, label, disabled }: FieldProps) {
  return (
    <FactSelect
      className="field-wide"
      value={scalarText(value)}
      label={label}
      custom
      disabled={disabled}
      onChange={onChange}
    />
  );
}

const notSummed = new Set<FactDefinition['type']>(['text', 'choice', 'list', 'yes-no', 'time']);

/** Data of a line that can be summed. */
export function LineFactField({ value, onChange, label, disabled }: FieldProps) {
  return (
    <FactSelect
      className="field-wide"
      value={scalarText(value)}
      label={label}
      lines
      accepts={(fact) => fact.scope === 'line' && !notSummed.has(fact.type)}
      disabled={disabled}
      onChange={onChange}
    />
  );
}

/** A comparison of numbers. */
export function OperatorField({ param, params, value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const language = useLanguage();
  const definition =
    (typeof params.of === 'string' ? vocabulary.facts.get(params.of) : undefined) ??
    ({
      id: '',
      label: { zh: '', en: '' },
      type: 'integer',
      scope: 'line',
      samples: [],
    } satisfies FactDefinition);
  return (
    <Select
      className="field-wide"
      aria-label={label}
      value={typeof value === 'string' ? value : undefined}
      placeholder={t('choose')}
      disabled={disabled}
      options={param.values.map((name) => ({
        value: name,
        label: operatorText(vocabulary.operators.get(name), name, definition, { language }, true),
      }))}
      onChange={(next: string) => onChange(next)}
    />
  );
}

/** A list kept by name. */
export function ListNameField({ value, onChange, label, disabled }: FieldProps) {
  return <ListNameInput value={value} label={label} disabled={disabled} onChange={onChange} />;
}
