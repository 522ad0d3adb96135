import { CloseOutlined } from '@ant-design/icons';

export interface FilterChipProps {
  label: string;
  chosen: boolean;
  onChoose: () => void;
  removeLabel?: string;
  onRemove?: () => void;
}

/** A filter in one tap; one that somebody saved can be removed. */
export function FilterChip({ label, chosen, onChoose, removeLabel, onRemove }: FilterChipProps) {
  return (
    <span className={`filter-chip ${chosen ? 'filter-chosen' : ''}`}>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        {label}
      </button>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="filter-remove"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}
