import { DatePicker } from 'antd';
import { companyZone } from '../design/zone.ts';
import { shownTime, storedTime } from './zoned-time.ts';

interface TimeInputProps {
  /** ISO with its offset; empty: none. */
  value: string;
  label: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** A moment, on the clock of the company wherever the screen stands. */
export function TimeInput({ value, label, disabled, onChange }: TimeInputProps) {
  const zone = companyZone();
  return (
    <DatePicker
      className="value-time"
      size="small"
      aria-label={label}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={shownTime(value, zone)}
      disabled={disabled}
      onChange={(next) => onChange(next === null ? '' : storedTime(next, zone))}
    />
  );
}
