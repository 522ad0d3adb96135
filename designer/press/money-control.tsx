import { InputNumber } from 'antd';

interface MoneyControlProps {
  id?: string | undefined;
  label: string;
  /** Fen. */
  value: unknown;
  onChange: ((fen: number | undefined) => void) | undefined;
}

/** An amount typed in yuan, kept in fen. */
export function MoneyControl({ id, label, value, onChange }: MoneyControlProps) {
  return (
    <InputNumber<number>
      {...(id === undefined ? {} : { id })}
      className="press-money"
      aria-label={label}
      prefix="¥"
      min={0}
      precision={2}
      controls={false}
      value={typeof value === 'number' ? value / 100 : null}
      onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  );
}
