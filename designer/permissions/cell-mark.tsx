import { CheckOutlined, FilterOutlined, MinusOutlined } from '@ant-design/icons';
import type { CellState } from './matrix-model.ts';

const icons = { may: <CheckOutlined />, partly: <FilterOutlined />, mayNot: <MinusOutlined /> };
const tones = { may: 'good', partly: 'hold', mayNot: 'neutral' };

/** What a cell says in one sign; a dot where somebody changed it. */
export function CellMark({ state, changed }: { state: CellState; changed: boolean }) {
  return (
    <span className={`right-mark right-${state} tone-${tones[state]}`} aria-hidden>
      {icons[state]}
      {changed ? <span className="right-dot" /> : null}
    </span>
  );
}
