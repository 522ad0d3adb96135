/** Numbers between two ends, each belonging to it or not. */
export interface Interval {
  low: number;
  lowOpen: boolean;
  high: number;
  highOpen: boolean;
}

/** A set of numbers: intervals apart from each other, ascending. */
export type Numbers = readonly Interval[];

export const allNumbers: Numbers = [{ low: -Infinity, lowOpen: true, high: Infinity, highOpen: true }];
export const noNumbers: Numbers = [];

/** One number. */
export function point(value: number): Numbers {
  return [{ low: value, lowOpen: false, high: value, highOpen: false }];
}

export function below(value: number, inclusive: boolean): Numbers {
  return [{ low: -Infinity, lowOpen: true, high: value, highOpen: !inclusive }];
}

export function above(value: number, inclusive: boolean): Numbers {
  return [{ low: value, lowOpen: !inclusive, high: Infinity, highOpen: true }];
}

function isEmpty({ low, lowOpen, high, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}

function common(one: Interval, other: Interval): Interval {
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  return {
    low,
    lowOpen: (one.low === low && one.lowOpen) || (other.low === low && other.lowOpen),
    high,
    highOpen: (one.high === high && one.highOpen) || (other.high === high && other.highOpen),
  };
}

/** Numbers in both. */
export function intersectNumbers(one: Numbers, other: Numbers): Numbers {
  if (one === allNumbers) return other;
  if (other === allNumbers) return one;
  const found: Interval[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const a = one[left]!;
    const b = other[right]!;
    const both = common(a, b);
    if (!isEmpty(both)) found.push(both);
    if (a.high < b.high || (a.high === b.high && a.highOpen)) left += 1;
    else right += 1;
  }
  return found;
}

/** Numbers in neither. */
export function complementNumbers(numbers: Numbers): Numbers {
  const found: Interval[] = [];
  let low = -Infinity;
  let lowOpen = true;
  for (const { low: from, lowOpen: fromOpen, high, highOpen } of numbers) {
    const gap: Interval = { low, lowOpen, high: from, highOpen: !fromOpen };
    if (!isEmpty(gap) && from !== -Infinity) found.push(gap);
    low = high;
    lowOpen = !highOpen;
  }
  if (low !== Infinity) found.push({ low, lowOpen, high: Infinity, highOpen: true });
  return found;
}

/** The whole numbers among them, as closed intervals. */
export function wholeNumbers(numbers: Numbers): Numbers {
  return numbers.flatMap((interval) => {
    const low = interval.lowOpen ? Math.floor(interval.low) + 1 : Math.ceil(interval.low);
    const high = interval.highOpen ? Math.ceil(interval.high) - 1 : Math.floor(interval.high);
    const whole: Interval = {
      low,
      lowOpen: low === -Infinity,
      high,
      highOpen: high === Infinity,
    };
    return isEmpty(whole) ? [] : [whole];
  });
}

/** Numbers mirrored at zero. */
export function negateNumbers(numbers: Numbers): Numbers {
  return numbers
    .map(({ low, lowOpen, high, highOpen }) => ({
      low: -high,
      lowOpen: highOpen,
      high: -low,
      highOpen: lowOpen,
    }))
    .toReversed();
}

export function hasNumber(numbers: Numbers, value: number): boolean {
  return intersectNumbers(numbers, point(value)).length > 0;
}

/** A number of an interval as near as can be to the wished one; a whole one where there is one. */
export function nearestIn(interval: Interval, wished: number): number {
  const { low, lowOpen, high, highOpen } = interval;
  const inside = (value: number): boolean =>
    (value > low || (value === low && !lowOpen)) && (value < high || (value === high && !highOpen));
  if (inside(wished)) return wished;
  const upward = wished <= low;
  const end = upward ? low : high;
  if (inside(end)) return end;
  const whole = upward ? Math.floor(end) + 1 : Math.ceil(end) - 1;
  if (inside(whole)) return whole;
  // A hundredth is the finest a person writes; then the middle.
  const fine = upward ? Math.floor(end * 100 + 1) / 100 : Math.ceil(end * 100 - 1) / 100;
  return inside(fine) ? fine : low + (high - low) / 2;
}
