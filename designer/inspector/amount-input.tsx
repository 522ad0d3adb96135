import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { FactType } from '../../rules-library/define/fact.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { inspectorTexts } from './inspector.texts.ts';
import {
  type DurationUnit,
  fenOf,
  fittingUnit,
  inSmallUnit,
  type Unit,
  type VolumeUnit,
  type WeightUnit,
  yuanOf,
} from './value-units.ts';

type UnitName = DurationUnit | WeightUnit | VolumeUnit;

type AmountType = Extract<FactType, 'money' | 'percent' | 'factor' | 'hours' | 'days' | 'integer' | 'number'>;

interface AmountProps {
  type: AmountType;
  value: number | undefined;
  label: string;
  disabled: boolean;
  /** An emptied field is an empty text: the value is still to be given. */
  onChange: (value: number | '', typing?: boolean) => void;
  onDone: () => void;
}

/** A number with its unit beside it; money in yuan. */
export function AmountInput({ type, value, label, disabled, onChange, onDone }: AmountProps) {
  const t = useTexts(inspectorTexts);
  const money = type === 'money';
  const suffixes: Partial<Record<AmountType, string>> = {
    percent: '%',
    factor: t('times'),
    hours: t('hours'),
    days: t('days'),
  };
  const shown = value === undefined ? null : money ? yuanOf(value) : value;
  return (
    <InputNumber<number>
      className="value-number"
      size="small"
      aria-label={label}
      value={shown}
      prefix={money ? '¥' : undefined}
      suffix={suffixes[type]}
      controls={false}
      disabled={disabled}
      placeholder={t('value')}
      {...(type === 'integer' || type === 'days' ? { precision: 0 } : {})}
      {...(money ? { formatter: grouped, parser: ungrouped } : {})}
      onChange={(next) => {
        // Below zero or half typed, the field says so itself; nothing half is kept.
        if (next === null) onChange('', true);
        else onChange(money ? fenOf(next) : next, true);
      }}
      onBlur={onDone}
    />
  );
}

/** `5,000`: thousands while typing. */
function grouped(value: number | string | undefined): string {
  const [whole = '', rest] = String(value ?? '').split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? text : `${text}.${rest}`;
}

function ungrouped(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/[¥,，\s]/g, ''));
}

interface UnitInputProps<Name extends UnitName> {
  units: readonly Unit<Name>[];
  value: number | undefined;
  label: string;
  disabled: boolean;
  onChange: (value: number | '', typing?: boolean) => void;
  onDone: () => void;
}

/** An amount and the unit it is said in: 90 minutes, 2 days; kept in the small unit. */
export function UnitInput<Name extends UnitName>({
  units,
  value,
  label,
  disabled,
  onChange,
  onDone,
}: UnitInputProps<Name>) {
  const t = useTexts(inspectorTexts);
  // What was chosen stays while it is typed on, whatever unit would fit better.
  const [chosen, setChosen] = useState<Unit<Name> | undefined>();
  const unit = chosen ?? fittingUnit(value, units);
  const labelOf = (name: UnitName): string => t(name);
  return (
    <span className="value-unit">
      <InputNumber<number>
        className="value-number"
        size="small"
        aria-label={label}
        value={value === undefined ? null : value / unit.size}
        min={0}
        controls={false}
        disabled={disabled}
        placeholder={t('value')}
        onChange={(next) => {
          setChosen(unit);
          onChange(next === null ? '' : inSmallUnit(next, unit.size), true);
        }}
        onBlur={onDone}
      />
      <Select<Name>
        className="value-unit-name"
        size="small"
        aria-label={t('unit')}
        value={unit.name}
        disabled={disabled}
        popupMatchSelectWidth={false}
        suffixIcon={null}
        options={units.map(({ name }) => ({ value: name, label: labelOf(name) }))}
        onChange={(name) => {
          const next = units.find((one) => one.name === name) ?? unit;
          setChosen(next);
          // The number stays, its meaning changes: 48 minutes become 48 hours.
          if (value !== undefined) onChange(inSmallUnit(value / unit.size, next.size));
        }}
      />
    </span>
  );
}
