import type { ReactNode } from 'react';
import './states.css';

export interface EmptyStateProps {
  icon?: ReactNode;
  /** What will appear here. */
  title: string;
  help?: ReactNode;
  /** The first step. */
  action?: ReactNode;
}

/** Says what will appear here and offers the first step. */
export function EmptyState({ icon, title, help, action }: EmptyStateProps) {
  return (
    <div className="state-box">
      {icon === undefined ? null : (
        <div className="state-icon" aria-hidden>
          {icon}
        </div>
      )}
      <p className="state-title">{title}</p>
      {help === undefined ? null : <div className="state-help">{help}</div>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </div>
  );
}
