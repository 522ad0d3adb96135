import type { ReactNode } from 'react';

export interface FigureProps {
  title: string;
  value: ReactNode;
  /** Colour of the value when it means something. */
  tone?: 'hold' | 'good' | undefined;
  children?: ReactNode;
}

/** One figure of today. */
export function Figure({ title, value, tone, children }: FigureProps) {
  return (
    <section className="card figure">
      <h2 className="figure-title">{title}</h2>
      <p className={`figure-value ${tone === undefined ? '' : `figure-${tone}`}`}>{value}</p>
      {children}
    </section>
  );
}
