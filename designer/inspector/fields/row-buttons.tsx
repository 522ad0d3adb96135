import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';

interface RowButtonsProps<Row> {
  rows: readonly Row[];
  index: number;
  /** Fewest rows there may be. */
  least: number;
  onChange: (rows: Row[]) => void;
}

/** Moves one of several rows up or down, or takes it away. */
export function RowButtons<Row>({ rows, index, least, onChange }: RowButtonsProps<Row>) {
  const t = useTexts(inspectorTexts);
  const swapped = (at: number): Row[] => rows.toSpliced(at, 2, rows[at + 1]!, rows[at]!);
  const buttons = [
    {
      label: t('moveUp'),
      icon: <ArrowUpOutlined aria-hidden />,
      to: index > 0 && (() => swapped(index - 1)),
    },
    {
      label: t('moveDown'),
      icon: <ArrowDownOutlined aria-hidden />,
      to: index < rows.length - 1 && (() => swapped(index)),
    },
    {
      label: t('removeRow'),
      icon: <CloseOutlined aria-hidden />,
      to: rows.length > least && (() => rows.toSpliced(index, 1)),
    },
  ];
  return buttons.map(({ label, icon, to }) => (
    <Button
      key={label}
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      disabled={to === false}
      onClick={() => (to === false ? undefined : onChange(to()))}
    />
  ));
}
