import { SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import type { AuditFilter } from './audit-filter.ts';
import { auditTexts } from './audit.texts.ts';
import { useAuditPeople } from './use-audit.ts';

export interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

const isEmpty = (filter: AuditFilter): boolean => Object.values(filter).every((value) => value === undefined);

/** By person, button, object and days; all of it stands in the address. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const t = useTexts(auditTexts);
  const text = useText();
  const people = useAuditPeople();
  const set = (change: AuditFilter): void => onChange({ ...filter, ...change });
  const persons = (people.data?.items ?? []).map(({ actor, name }) => ({ value: actor, label: text(name) }));
  const buttons = [...vocabulary.commands.values()].map(({ name, label }) => ({
    value: name,
    label: text(label),
  }));
  return (
    <div className="audit-filters" role="search" aria-label={t('filters')}>
      <ObjectField key={filter.object ?? ''} value={filter.object} onChange={(object) => set({ object })} />
      <ChoiceField
        label={t('person')}
        value={filter.actor}
        options={persons}
        onChange={(actor) => set({ actor })}
      />
      <ChoiceField
        label={t('button')}
        value={filter.command}
        options={buttons}
        onChange={(command) => set({ command })}
      />
      <DayField label={t('from')} value={filter.from} onChange={(from) => set({ from })} />
      <DayField label={t('to')} value={filter.to} onChange={(to) => set({ to })} />
      <Checkbox
        checked={filter.all === true}
        onChange={(event) => set({ all: event.target.checked || undefined })}
      >
        {t('all')}
      </Checkbox>
      {isEmpty(filter) ? null : (
        <Button type="link" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

interface FieldProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Looks when Enter is pressed or the field is left, not at every letter. */
function ObjectField({ value, onChange }: FieldProps) {
  const t = useTexts(auditTexts);
  const [typed, setTyped] = useState(value ?? '');
  const look = (): void => {
    const wanted = typed.trim() || undefined;
    if (wanted !== value) onChange(wanted);
  };
  return (
    <Input
      className="audit-object-field"
      allowClear
      maxLength={200}
      prefix={<SearchOutlined />}
      placeholder={t('object')}
      aria-label={t('object')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onClear={() => onChange(undefined)}
      onPressEnter={look}
      onBlur={look}
    />
  );
}

function ChoiceField({
  label,
  value,
  options,
  onChange,
}: FieldProps & { label: string; options: { value: string; label: string }[] }) {
  return (
    <Select
      className="audit-choice"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={options}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      popupMatchSelectWidth={false}
    />
  );
}

function DayField({ label, value, onChange }: FieldProps & { label: string }) {
  return (
    <label className="audit-day">
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </label>
  );
}
