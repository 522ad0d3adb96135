import './sparkline.css';

const width = 300;
const height = 44;

export interface SparklineProps {
  /** Oldest first, evenly spaced. */
  values: readonly number[];
  /** What the line shows, for who does not see it. */
  label: string;
}

/** A small line of a figure over time, from zero up. */
export function Sparkline({ values, label }: SparklineProps) {
  const most = Math.max(1, ...values);
  const points = values.map(
    (value, index) =>
      `${((index / Math.max(1, values.length - 1)) * width).toFixed(1)},${(height - 2 - (value / most) * (height - 6)).toFixed(1)}`,
  );
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} className="sparkline-ground" />
      <polyline points={points.join(' ')} className="sparkline-line" />
    </svg>
  );
}
