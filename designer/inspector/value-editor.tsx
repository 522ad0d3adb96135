import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { FactDefinition, FactType } from '../../rules-library/define/fact.ts';
import type { OperandShape } from '../../rules-library/define/operator.ts';
import type { Operand, Scalar } from '../../rules-library/schema/condition.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { AmountInput, UnitInput } from './amount-input.tsx';
import { inspectorTexts } from './inspector.texts.ts';
import { ListNameInput } from './list-name-input.tsx';
import { scalarText } from './scalar-text.ts';
import { TimeInput } from './time-input.tsx';
import { useCatalogSearch } from './use-names.ts';
import { durationUnits, volumeUnits, weightUnits } from './value-units.ts';

export interface ValueEditorProps {
  definition: FactDefinition | undefined;
  shape: OperandShape;
  value: Operand;
  label: string;
  disabled: boolean;
  onChange: (value: Operand, typing?: boolean) => void;
  onDone: () => void;
}

/** The right side of a comparison, typed as people say it: yuan, hours, a date, a choice by its name. */
export function ValueEditor(props: ValueEditorProps) {
  const { definition, shape, value } = props;
  switch (shape) {
    case 'none':
      return null;
    case 'list-name':
      return <ListNameInput {...props} />;
    case 'duration':
      return <UnitInput {...props} units={durationUnits} value={numberOf(value)} />;
    case 'pattern':
      return <WordsInput {...props} pattern />;
    case 'pair':
      return <PairEditor {...props} />;
    case 'list':
      return <ManyEditor {...props} />;
    case 'same':
      return definition?.type === 'list' ? <OneEditor {...props} /> : <SameEditor {...props} />;
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** One value of the fact's own type. */
function SameEditor(props: ValueEditorProps) {
  const { definition, value } = props;
  const type: FactType = definition?.type ?? 'text';
  const number = numberOf(value);
  switch (type) {
    case 'yes-no':
      return <YesNo {...props} />;
    case 'choice':
      return <OneEditor {...props} />;
    case 'time':
      return <TimeInput {...props} value={scalarText(value)} />;
    case 'duration':
      return <UnitInput {...props} units={durationUnits} value={number} />;
    case 'weight':
      return <UnitInput {...props} units={weightUnits} value={number} />;
    case 'volume':
      return <UnitInput {...props} units={volumeUnits} value={number} />;
    case 'money':
    case 'percent':
    case 'factor':
    case 'hours':
    case 'days':
    case 'integer':
    case 'number':
      return <AmountInput {...props} type={type} value={number} />;
    case 'text':
    case 'list':
      return <WordsInput {...props} />;
  }
}

function YesNo({ value, label, disabled, onChange }: ValueEditorProps) {
  const t = useTexts(inspectorTexts);
  return (
    <Segmented
      size="small"
      aria-label={label}
      value={value === false ? 'no' : 'yes'}
      disabled={disabled}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  );
}

function WordsInput({
  value,
  label,
  disabled,
  onChange,
  onDone,
  pattern = false,
}: ValueEditorProps & { pattern?: boolean }) {
  const t = useTexts(inspectorTexts);
  return (
    <Input
      className="value-words"
      size="small"
      aria-label={label}
      value={scalarText(value)}
      placeholder={pattern ? t('pattern') : t('value')}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value, true)}
      onBlur={onDone}
    />
  );
}

/** One of the fact's choices or of its catalogue; without either, words. */
function OneEditor(props: ValueEditorProps) {
  const { definition, value, label, disabled, onChange } = props;
  const t = useTexts(inspectorTexts);
  const { options, search } = useValueOptions(definition, [value]);
  if (options === undefined) return <WordsInput {...props} />;
  const chosen = scalarText(value);
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
      showSearch={search}
      onChange={(next: string) => onChange(next)}
    />
  );
}

/** Several values: chosen by name, or typed one after another. */
function ManyEditor({ definition, value, label, disabled, onChange }: ValueEditorProps) {
  const t = useTexts(inspectorTexts);
  const given = Array.isArray(value) ? value.filter((one): one is Scalar => typeof one !== 'object') : [];
  const { options, search } = useValueOptions(definition, given);
  const numeric = definition?.type === 'integer';
  return (
    <Select
      className="word-chip value-many"
      size="small"
      mode={options === undefined ? 'tags' : 'multiple'}
      aria-label={label}
      value={given.map(String)}
      placeholder={options === undefined ? t('typeSome') : t('chooseSome')}
      options={options ?? []}
      disabled={disabled}
      suffixIcon={null}
      popupMatchSelectWidth={false}
      {...(options === undefined ? { open: false } : { showSearch: search })}
      tokenSeparators={options === undefined ? [',', '，', '、'] : []}
      onChange={(next: string[]) =>
        onChange(numeric ? next.map(Number).filter((one) => Number.isFinite(one)) : next)
      }
    />
  );
}

type Search = false | { filterOption?: false; optionFilterProp?: string; onSearch?: (typed: string) => void };

/** The values a fact can have, by name; what is chosen stays readable. Undefined where any words fit. */
function useValueOptions(
  definition: FactDefinition | undefined,
  chosen: readonly unknown[],
): { options: { value: string; label: string }[] | undefined; search: Search } {
  const text = useText();
  const [typed, setTyped] = useState('');
  const found = useCatalogSearch(definition?.choices === undefined ? definition?.catalog : undefined, typed);
  const known =
    definition?.choices !== undefined
      ? definition.choices.map(({ value, label }) => ({ value, label: text(label) }))
      : definition?.catalog !== undefined
        ? found.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} · ${id}` }))
        : undefined;
  if (known === undefined) return { options: undefined, search: false };
  const extra = chosen
    .map(scalarText)
    .filter((one) => one !== '' && !known.some(({ value }) => value === one))
    .map((value) => ({ value, label: value.replace(/^own\./, '') }));
  const own =
    definition?.catalog !== undefined && typed !== '' && !known.some(({ value }) => value === typed)
      ? [{ value: typed, label: typed }]
      : [];
  return {
    options: [...known, ...extra, ...own],
    search:
      definition?.catalog === undefined
        ? { optionFilterProp: 'label' }
        : { filterOption: false, onSearch: setTyped },
  };
}

/** Two bounds, both included. */
function PairEditor(props: ValueEditorProps) {
  const { value, definition, onChange } = props;
  const t = useTexts(inspectorTexts);
  const [lower, upper] = Array.isArray(value) ? value : ['', ''];
  const one = (index: 0 | 1, label: string) => (
    <SameEditor
      {...props}
      definition={definition}
      label={label}
      value={(index === 0 ? lower : upper) ?? ''}
      onChange={(next, typing) => {
        const bound = next as Scalar;
        onChange(index === 0 ? [bound, upper ?? ''] : [lower ?? '', bound], typing);
      }}
    />
  );
  return (
    <span className="value-pair">
      {one(0, t('lower'))}
      <span className="soft">{t('upper')}</span>
      {one(1, t('upper'))}
    </span>
  );
}
