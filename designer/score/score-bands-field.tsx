import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useTexts } from '../i18n/use-texts.ts';
import type { FieldProps } from '../inspector/fields/field-props.ts';
import { freeRowId } from '../inspector/fields/free-row-id.ts';
import { inspectorTexts } from '../inspector/inspector.texts.ts';
import './score.css';
import { scoreTexts } from './score.texts.ts';
import { ScoreTry } from './score-try.tsx';

interface Band {
  id: string;
  from: number;
  value: string;
}

const mostBands = 30;
const step = 10;

/** Bands a score falls into, the highest first, and a place to try the card out. */
export function ScoreBandsField({ node, value, onChange, onDone, disabled }: FieldProps) {
  const t = useTexts(scoreTexts);
  const words = useTexts(inspectorTexts);
  const bands = Array.isArray(value) ? (value as Band[]) : [];
  // Shown by their starts; kept in the order they were made, so that typing a start moves nothing in the drawing.
  const shown = bands.map((band, index) => ({ band, index })).toSorted((a, b) => b.band.from - a.band.from);
  const set = (index: number, fields: Partial<Band>): void =>
    onChange(bands.with(index, { ...bands[index]!, ...fields }), true);
  const add = (): void => {
    const number = bands.length + 1;
    const from = bands.length === 0 ? 0 : Math.max(...bands.map((band) => band.from)) + step;
    onChange([...bands, { id: freeRowId('band', bands), from, value: t('newBand', { number }) }]);
  };
  return (
    <div className="cases">
      {shown.map(({ band, index }) => (
        <div className="field-row" key={band.id} data-band={band.id}>
          <Input
            size="small"
            aria-label={t('band')}
            value={band.value}
            maxLength={80}
            disabled={disabled}
            onChange={({ target }) => set(index, { value: target.value })}
            onBlur={onDone}
          />
          <InputNumber<number>
            className="score-from"
            size="small"
            aria-label={t('bandFrom', { name: band.value })}
            value={band.from}
            disabled={disabled}
            suffix={t('from')}
            controls={false}
            onChange={(from) => (from === null ? undefined : set(index, { from }))}
            onBlur={onDone}
          />
          {disabled ? null : (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={words('removeRow')}
              onClick={() => onChange(bands.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {disabled || bands.length >= mostBands ? null : (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addBand')}
        </Button>
      )}
      <ScoreTry node={node} />
    </div>
  );
}
