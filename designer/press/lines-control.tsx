import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { MoneyControl } from './money-control.tsx';

type Column = 'sku' | 'quantity' | 'unitPrice' | 'warehouse';

interface Line {
  lineId?: string;
  sku?: string;
  quantity?: number;
  unitPrice?: number;
  warehouse?: string;
}

interface Columns {
  shown: readonly Column[];
  /** Which lines there are cannot be changed, only what stands in them. */
  fixed?: boolean;
}

/** What of a line each kind of field asks for. */
export const lineColumns: Readonly<Record<string, Columns>> = {
  'order-lines': { shown: ['sku', 'quantity', 'warehouse'] },
  'priced-lines': { shown: ['sku', 'quantity', 'unitPrice'] },
  'line-prices': { shown: ['sku', 'unitPrice'], fixed: true },
};

interface LinesControlProps {
  columns: Columns;
  label: string;
  value: unknown;
  onChange: ((lines: Line[]) => void) | undefined;
}

/** The lines of an order, one row each. */
export function LinesControl({
  columns: { shown, fixed = false },
  label,
  value,
  onChange,
}: LinesControlProps) {
  const t = useTexts(partsTexts);
  const lines = Array.isArray(value) && value.length > 0 ? (value as Line[]) : fixed ? [] : [{ quantity: 1 }];
  const change = (at: number, more: Line): void =>
    onChange?.(lines.map((line, index) => (index === at ? { ...line, ...more } : line)));
  const names = {
    sku: t('sku'),
    quantity: t('quantity'),
    unitPrice: t('unitPrice'),
    warehouse: t('warehouse'),
  };
  return (
    <div className="press-lines" role="group" aria-label={label}>
      {lines.map((line, at) => (
        // Rows have no identity of their own until they are sent.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={line.lineId ?? `new-${at}`} className="press-line">
          {shown.map((column) => (
            <span key={column} className={`press-line-${column}`}>
              {column === 'quantity' ? (
                <InputNumber
                  aria-label={names.quantity}
                  min={1}
                  precision={0}
                  value={line.quantity ?? null}
                  onChange={(next) => next !== null && change(at, { quantity: next })}
                />
              ) : column === 'unitPrice' ? (
                <MoneyControl
                  label={`${names.unitPrice} ${line.sku ?? ''}`}
                  value={line.unitPrice}
                  onChange={(fen) => fen !== undefined && change(at, { unitPrice: fen })}
                />
              ) : (
                <Input
                  aria-label={names[column]}
                  placeholder={names[column]}
                  readOnly={fixed}
                  variant={fixed ? 'borderless' : 'outlined'}
                  value={line[column] ?? ''}
                  onChange={(event) => change(at, { [column]: event.target.value })}
                />
              )}
            </span>
          ))}
          {fixed || lines.length === 1 ? null : (
            <Button
              type="text"
              aria-label={t('removeLine', { line: line.sku ?? '' })}
              icon={<DeleteOutlined />}
              onClick={() => onChange?.(lines.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {fixed ? null : (
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange?.([...lines, { quantity: 1 }])}>
          {t('addLine')}
        </Button>
      )}
    </div>
  );
}
