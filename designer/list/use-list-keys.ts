import { useEffect, useEffectEvent, type RefObject } from 'react';

export interface ListKeys {
  /** `+1` for j and ↓, `-1` for k and ↑. */
  onMove: (by: 1 | -1) => void;
  onOpen: () => void;
  search: RefObject<{ focus: () => void } | null>;
}

/** j / k / Enter and / on a list, while nothing is being typed and no dialog is open. */
export function useListKeys({ onMove, onOpen, search }: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
    if (event.key === '/') search.current?.focus();
    else if (event.key === 'j') onMove(1);
    else if (event.key === 'k') onMove(-1);
    else if (event.key === 'Enter' && !isPressable(event.target)) onOpen();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    globalThis.addEventListener('keydown', listener);
    return () => globalThis.removeEventListener('keydown', listener);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]:not([style*="display: none"])') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

/** Enter on a button or link is that one's own. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, [role="button"]') !== null;
}
