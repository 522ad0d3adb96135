import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTexts } from '../../i18n/use-texts.ts';
import { FactSelect } from '../fact-select.tsx';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';
import { RowButtons } from './row-buttons.tsx';

interface Sorting {
  by: string;
  order?: 'up' | 'down';
}

const most = 5;

/** In which order things are gone through: by one piece of business data, then the next. */
export function SortingField({ value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const rows = Array.isArray(value) ? (value as Sorting[]) : [];
  const set = (next: Sorting[]): void => onChange(next.length === 0 ? undefined : next);
  return (
    <div className="cases">
      {rows.map((row, index) => (
        <div className="field-row" key={`${row.by}|${index}`}>
          <FactSelect
            className="field-wide"
            value={row.by}
            label={label}
            disabled={disabled}
            onChange={(by) => set(rows.with(index, { ...row, by }))}
          />
          <Select
            aria-label={t('direction')}
            value={row.order ?? 'up'}
            disabled={disabled}
            options={[
              { value: 'up', label: t('smallFirst') },
              { value: 'down', label: t('largeFirst') },
            ]}
            onChange={(order: 'up' | 'down') => set(rows.with(index, { ...row, order }))}
          />
          {disabled ? null : <RowButtons rows={rows} index={index} least={0} onChange={set} />}
        </div>
      ))}
      {disabled || rows.length >= most ? null : (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => set([...rows, { by: 'order.placedAt', order: 'up' }])}
        >
          {t('addSorting')}
        </Button>
      )}
    </div>
  );
}
