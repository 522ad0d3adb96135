import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { partsTexts } from './parts.texts.ts';
import './states.css';

const afterMs = 200;

/** Shows its children only when 200 ms have passed: what is quick never flickers. */
export function After200({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}

export interface SkeletonProps {
  /** How many rows will come. */
  rows?: number;
  /** Height of one row, px. */
  height?: number;
}

/** The shape of what comes, after 200 ms; its place is kept from the start. */
export function Skeleton({ rows = 3, height = 44 }: SkeletonProps) {
  const t = useTexts(partsTexts);
  return (
    <div
      className="skeleton"
      style={{ minHeight: rows * (height + 10) }}
      role="status"
      aria-label={t('loading')}
    >
      <After200>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="skeleton-row" style={{ height, width: `${100 - ((row * 7) % 24)}%` }} />
        ))}
      </After200>
    </div>
  );
}
