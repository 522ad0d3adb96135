import { DatePicker } from 'antd';
import { companyZone } from '../design/zone.ts';
import { shownTime, storedTime } from './zoned-time.ts';

interface TimeInputProps {
  /** ISO with its offset; empty: none. */
  value: string;
  label: string;
  disabled: boolean;
  size?: 'small' | 'middle';
  onChange: (value: string) => void;
}

/** A moment, on the clock of the company wherever the screen stands. */
export function TimeInput({ value, label, disabled, size = 'small', onChange }: TimeInputProps) {
  const zone = companyZone();
  return (
    <DatePicker
      className="value-time"
      size={size}
      aria-label={label}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={shownTime(value, zone)}
      disabled={disabled}
      onChange={(next) => onChange(next === null ? '' : storedTime(next, zone))}
    />
  );
}
