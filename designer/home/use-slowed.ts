import { useEffect, useRef, useState } from 'react';

/** A value that changes on screen at most every `ms`, and not at all while `still`. The newest is shown in the end. */
export function useSlowed<Value>(value: Value, ms: number, still: boolean): Value {
  const [shown, setShown] = useState(value);
  const lastAt = useRef(0);
  useEffect(() => {
    if (still) return undefined;
    const wait = Math.max(0, lastAt.current + ms - Date.now());
    const timer = setTimeout(() => {
      lastAt.current = Date.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms, still]);
  return shown;
}
