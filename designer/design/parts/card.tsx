import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  title?: ReactNode;
  /** Beside the title, small. */
  note?: ReactNode;
  /** At the right end of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A white card with a hair line; with a title it is a section of the page. */
export function Card({ title, note, aside, className = '', children }: CardProps) {
  return (
    <section className={`card ${className}`}>
      {title === undefined ? null : (
        <header className="card-head">
          <h2>{title}</h2>
          {note === undefined ? null : <span className="card-note">{note}</span>}
          {aside === undefined ? null : <div className="card-aside">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
