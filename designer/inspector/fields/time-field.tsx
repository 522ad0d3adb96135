import { Segmented } from 'antd';
import { useTexts } from '../../i18n/use-texts.ts';
import { UnitInput } from '../amount-input.tsx';
import { inspectorTexts } from '../inspector.texts.ts';
import { scalarText } from '../scalar-text.ts';
import { TimeInput } from '../time-input.tsx';
import { durationUnits } from '../value-units.ts';
import type { FieldProps } from './field-props.ts';

/** A moment: fixed, or so long after the decision. */
export function TimeField({ param, value, onChange, onDone, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const later = minutesOf(value);
  return (
    <div className="field-stack">
      {param.takesMinutes ? (
        <Segmented
          size="small"
          aria-label={label}
          value={later === undefined ? 'fixed' : 'later'}
          disabled={disabled}
          options={[
            { value: 'later', label: t('later') },
            { value: 'fixed', label: t('fixedTime') },
          ]}
          onChange={(mode) => onChange(mode === 'later' ? { inMinutes: 60 } : undefined)}
        />
      ) : null}
      {later === undefined ? (
        <TimeInput
          value={scalarText(value)}
          label={label}
          disabled={disabled}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      ) : (
        <UnitInput
          units={durationUnits}
          value={later}
          label={label}
          disabled={disabled}
          onChange={(next, typing) => onChange({ inMinutes: next === '' ? 0 : next }, typing)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function minutesOf(value: unknown): number | undefined {
  return typeof value === 'object' &&
    value !== null &&
    'inMinutes' in value &&
    typeof value.inMinutes === 'number'
    ? value.inMinutes
    : undefined;
}
