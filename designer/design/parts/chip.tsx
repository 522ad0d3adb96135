import type { ReactNode } from 'react';
import type { ToneName } from '../tokens.ts';
import './chip.css';

export interface ChipProps {
  tone?: ToneName;
  icon?: ReactNode;
  /** What hovering tells. */
  title?: string | undefined;
  children: ReactNode;
}

/** A word in a pill; the colour says the same as the word. */
export function Chip({ tone = 'neutral', icon, title, children }: ChipProps) {
  return (
    <span className={`chip tone-${tone}`} title={title}>
      {icon === undefined ? null : (
        <span className="chip-icon" aria-hidden>
          {icon}
        </span>
      )}
      {children}
    </span>
  );
}
